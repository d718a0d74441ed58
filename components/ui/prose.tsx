type Props = {
  /** What `lib/platform/markdown.ts` made of somebody's Markdown, and nothing else. */
  html: string;
  className?: string;
  id?: string;
};

/** The one place that shows HTML. */
export function Prose({ html, className = "", id }: Props) {
  return (
    <div
      id={id}
      className={`prose ${className}`.trim()}
      data-words=""
      dangerouslySetInnerHTML={{ __html: html }}
      suppressHydrationWarning={id !== undefined}
    />
  );
}
