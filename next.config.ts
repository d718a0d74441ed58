import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  images: { unoptimized: true },
  // Shared pages are compressed once, by the page cache.
  compress: true,
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "nodemailer"],
  devIndicators: false,
};

export default config;
