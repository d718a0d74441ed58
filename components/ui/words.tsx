import { keepWords } from "@/lib/serving/context";
import { KeptWords } from "./kept-words";
import { Prose } from "./prose";

/** What somebody wrote, in a page that is rendered on the server. */
export function Words({ html, className }: { html: string; className?: string }) {
  const name = keepWords(html);
  return name ? <KeptWords name={name} className={className} /> : <Prose html={html} className={className} />;
}
