import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/env";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  dependOn(tags.fixed);
  return {
    rules: { userAgent: "*", disallow: ["/me", "/staff", "/auth", "/api", "/dev", "/write", "/report?"] },
    sitemap: new URL("/sitemap.xml", env().APP_URL).href,
  };
}
