/** The one place that shows HTML: what `lib/platform/markdown.ts` made of somebody's Markdown, and nothing else. */
export function Prose({ html, className = "" }: { html: string; className?: string }) {
  return <div className={`prose ${className}`.trim()} dangerouslySetInnerHTML={{ __html: html }} />;
}
