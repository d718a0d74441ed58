import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/env";
import { tags } from "@/lib/platform/tags";
import { threadPath } from "@/lib/platform/urls";
import { dependOn } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";
import { listForSitemap } from "@/lib/threads/queries";

export const dynamic = "force-dynamic";

const fixed = [
  "/",
  "/techniques",
  "/what-helped",
  "/what-helped/method",
  "/articles",
  "/guidelines",
  "/safety",
  "/privacy",
  "/transparency",
  "/report",
  "/newsletter",
];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  dependOn(tags.home, tags.techniques);
  const [techniques, threads] = await Promise.all([listTechniques(), listForSitemap()]);
  const url = (path: string) => new URL(path, env().APP_URL).href;
  return [
    ...fixed.map((path) => ({ url: url(path) })),
    ...techniques.map(({ slug }) => ({ url: url(`/techniques/${slug}`) })),
    ...threads.map((thread) => ({ url: url(threadPath(thread)), lastModified: thread.lastActivityAt })),
  ];
}
