"use client";

import { useRef, useState } from "react";
import { TextArea } from "./fields";
import { Prose } from "./prose";

type Props = {
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  defaultValue?: string;
};

type Preview = { html: string } | { sentence: string } | null;

/** A plain text area for Markdown with a preview. The preview needs JavaScript; writing does not. */
export function MarkdownArea(area: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<Preview>(null);

  async function show() {
    const text = box.current?.querySelector("textarea")?.value ?? "";
    setPreview(await fetchPreview(text));
  }

  return (
    <div ref={box} className="stack">
      <TextArea {...area} />
      <div className="needs-script">
        <button type="button" className="button button-quiet" onClick={show}>
          {preview ? "Preview again" : "Preview"}
        </button>
      </div>
      <div aria-live="polite">
        {preview && ("html" in preview ? <Prose html={preview.html} className="card" /> : <p>{preview.sentence}</p>)}
      </div>
    </div>
  );
}

async function fetchPreview(text: string): Promise<Preview> {
  if (text.trim() === "") return { sentence: "There is nothing to show yet." };
  try {
    const answer = await fetch("/api/preview", { method: "POST", body: new URLSearchParams({ text }) });
    if (answer.ok) return { html: await answer.text() };
  } catch {
    // Said below, in the same words as for a refusal.
  }
  return { sentence: "The preview did not come. Your text is still here." };
}
