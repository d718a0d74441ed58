import { threadFeed } from "@/app/_shared/feed";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";
import { getTechnique } from "@/lib/techniques/queries";
import { listThreads } from "@/lib/threads/queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const technique = await getTechnique((await params).slug);
  if (!technique) return new Response("There is nothing here.", { status: 404 });
  dependOn(tags.technique(technique.id), tags.threadsOfTechnique(technique.id));
  const { rows } = await listThreads("public", { techniqueId: technique.id }, { page: 1 });
  return threadFeed(`Unknot: ${technique.name}`, `/techniques/${technique.slug}/feed.xml`, rows);
}
