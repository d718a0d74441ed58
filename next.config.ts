import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: import.meta.dirname },
  // A second build beside the first, for trials on the same tree.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  images: { unoptimized: true },
  // Shared pages are compressed once, by the page cache.
  compress: true,
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "nodemailer", "pg", "@react-email/render"],
  // What to load early stands in the page and not in a header, because pages are kept without their headers.
  reactMaxHeadersLength: 0,
  // Metadata stands in the head for everybody, not only for search engines: a cached page has no late parts.
  htmlLimitedBots: /.*/,
  // `npm test` checks all types; whoever only starts the community does not wait for that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
