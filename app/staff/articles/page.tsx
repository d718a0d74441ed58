import type { Metadata } from "next";
import { openAnyList } from "@/app/_shared/list";
import { ListPages } from "@/components/threads/list-pages";
import { When } from "@/components/ui/when";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { threadPath } from "@/lib/platform/urls";
import { listThreads, type ThreadRow } from "@/lib/threads/queries";

export const metadata: Metadata = { title: "Articles for editors" };

type Props = { searchParams: Promise<{ page?: string | string[]; before?: string | string[] }> };

export default async function StaffArticles({ searchParams }: Props) {
  await requireStaff("/staff/articles", editorRoles);
  const { list, page } = await openAnyList(
    (place) => listThreads("members", { kind: "article" }, place, "published"),
    await searchParams,
  );
  return (
    <>
      <div className="page-head">
        <h1>Articles</h1>
        <p className="lead">What is published, the newest first.</p>
        <p>
          <a className="button" href="/staff/articles/new">
            Write an article
          </a>
        </p>
      </div>
      {list.rows.length === 0 && <p className="note">Nothing is published yet.</p>}
      <ul className="threads">
        {list.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <ListPages list={list} page={page} path="/staff/articles" />
    </>
  );
}

function Row({ row }: { row: ThreadRow }) {
  return (
    <li className="card thread-row">
      <p className="meta">
        {row.technique && <span>{row.technique}</span>}
        {row.audience === "members" && <span className="tag tag-plum">Members only</span>}
        <span>{row.author}</span>
        <When at={row.publishedAt} />
      </p>
      <h2>{row.title}</h2>
      <p className="row">
        <a className="tool" href={`/staff/articles/${row.id}`}>
          Edit<span className="visually-hidden"> {row.title}</span>
        </a>
        <a className="tool" href={threadPath(row)}>
          Read<span className="visually-hidden"> {row.title}</span>
        </a>
      </p>
    </li>
  );
}
