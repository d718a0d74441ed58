import { describe, expect, it } from "vitest";
import { letter, mailColours } from "./mail-frame";

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("the colours of mails", () => {
  it.each(["light", "dark"] as const)("can be read when it is %s", (scheme) => {
    const { sheet, ink, soft, link, button } = mailColours[scheme];
    for (const colour of [ink, soft, link]) expect(contrast(colour, sheet), colour).toBeGreaterThan(7);
    expect(contrast(mailColours.onButton[scheme], button)).toBeGreaterThan(7);
  });
});

describe("a letter", () => {
  const plain = { subject: "The queue needs you", said: ["Hello ana,", "3 < 4 & so on."], why: "You asked for it." };
  const way = { label: "Open it", href: "http://localhost:3000/a?b=1&c=2" };

  it("says the same as HTML and as text", async () => {
    const { text, html, subject } = await letter({
      ...plain,
      button: way,
      unsubscribe: { label: "Stop these mails", href: "http://localhost:3000/stop" },
    });
    expect(subject).toBe(plain.subject);
    expect(text).toBe(
      "Hello ana,\n\n3 < 4 & so on.\n\nhttp://localhost:3000/a?b=1&c=2\n\n" +
        "You asked for it. Stop these mails with one press at: http://localhost:3000/stop\n",
    );
    expect(html).toContain("3 &lt; 4 &amp; so on.");
    expect(html).toContain('href="http://localhost:3000/a?b=1&amp;c=2"');
    expect(html).toContain('href="http://localhost:3000/stop"');
  });

  it("shows the address of its button where that is wanted, and has none where there is none", async () => {
    expect((await letter({ ...plain, button: { ...way, spelledOut: true } })).html).toContain("Or copy this address");
    expect((await letter({ ...plain, button: way })).html).not.toContain("Or copy this address");
    expect((await letter(plain)).html).not.toContain("<a ");
  });

  it("loads nothing, and has colours for the dark", async () => {
    const { html } = await letter({ ...plain, button: way });
    expect(html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|@import|@font-face/);
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("@media (prefers-color-scheme:dark)");
  });
});
