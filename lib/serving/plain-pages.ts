/** Pages that need neither Next nor the database, for when something is badly wrong. */
const sentences: Record<number, { title: string; text: string }> = {
  400: {
    title: "We could not read that address",
    text: "Something in it is not quite right. Please check it, or start from the home page.",
  },
  403: {
    title: "This came from another website",
    text: "For your safety we only take what was sent from our own pages. Please go back, reload the page and send it again.",
  },
  404: { title: "There is nothing here", text: "Please check the address, or start from the home page." },
  405: { title: "This cannot be done here", text: "Please start from the home page." },
  411: {
    title: "This could not be sent",
    text: "Your browser did not say how long the text is. Please try another browser.",
  },
  413: { title: "That is too much for one form", text: "Please go back and shorten your text. Nothing was saved." },
  414: { title: "That address is too long", text: "Please start from the home page." },
  500: {
    title: "Something went wrong on our side",
    text: "It is not your fault, and nothing you did is lost. Please try again in a moment.",
  },
  503: {
    title: "We are away for a moment",
    text: "The community cannot be reached right now. It comes back by itself. Please try again in a minute.",
  },
};

/** Colours of the quiet theme in both lightnesses; without a script and without a style sheet of its own to load. */
const plainStyle =
  "html{color-scheme:light dark}[data-theme=light]{color-scheme:light}[data-theme=dark],[data-theme=attack]{color-scheme:dark}body{margin:0;background:light-dark(#ece6da,#1d1a22);color:light-dark(#383040,#cbc2b7);font:1.2rem/1.6 system-ui,sans-serif}" +
  "main{max-width:34rem;margin:15vh auto;padding:0 1.25rem}h1{font:600 1.9rem/1.2 Georgia,serif}a{color:inherit}[data-theme=attack] body{background:#0c0a09;color:#b09676;font-size:1.25rem}textarea{width:100%;box-sizing:border-box;font:inherit;color:inherit;background:transparent;resize:none}";

/** A whole page for a status that `sentences` knows. */
export function plainPage(status: number, nonce: string, theme = "auto"): string {
  const { title, text } = sentences[status] ?? { title: "Something went wrong", text: "Please try again." };
  return page(title, `<p>${text}</p>`, { nonce, theme });
}

/** For somebody whose form could not be taken, and whose page cannot show it again: what they typed, to copy it. */
export function keptTextsPage(status: number, texts: string[], nonce: string, theme = "auto"): string {
  const areas = texts.map(
    (text) => `<textarea readonly rows="10" aria-label="What you wrote">\n${escaped(text)}</textarea>`,
  );
  const reason =
    status === 404
      ? "The page that it belongs to is not here for you any more. You may have been signed out, or it was taken away meanwhile."
      : "Something went wrong on our side. Please try again in a minute.";
  const sentence = `<p>${reason} Here is what you wrote, so that you can copy it.</p>${areas.join("")}<p><a href="/auth/sign-in">Sign in</a></p>`;
  return page("This was not sent", sentence, { nonce, theme });
}

function page(title: string, body: string, { nonce, theme }: { nonce: string; theme: string }): string {
  return `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} | Unknot</title><link rel="icon" href="/icon.svg"><style nonce="${nonce}">${plainStyle}</style></head><body><main><h1>${title}</h1>${body}<p><a href="/">Home page</a></p></main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
