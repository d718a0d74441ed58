// Loaded into the server: when the command that started it is killed, the server stops too instead of keeping the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
