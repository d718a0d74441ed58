/** The session cookie's name. `__Host-` ties it to this host and to https; plain http (the demo on this machine) cannot have it. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-unknot-session" : "unknot-session";
}
