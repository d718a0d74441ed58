import { kindPlurals } from "@/lib/threads/labels";
import { threadKinds, type ThreadKind } from "@/lib/threads/schema";

/** Everything, or one kind of thread. */
export function KindTabs({ path, current }: { path: string; current: ThreadKind | undefined }) {
  return (
    <nav aria-label="Kinds of threads">
      <ul className="tabs">
        <li>
          <a href={`${path}#threads`} aria-current={current ? undefined : "page"}>
            All
          </a>
        </li>
        {threadKinds.map((kind) => (
          <li key={kind}>
            <a href={`${path}?kind=${kind}#threads`} aria-current={kind === current ? "page" : undefined}>
              {kindPlurals[kind]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
