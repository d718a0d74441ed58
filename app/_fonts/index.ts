import localFont from "next/font/local";

// "optional": on a slow first visit the words stay in the device's own letters, because words that move hurt.

/**
 * Made by the Braille Institute so that letters are hard to mix up. Two weights and no italics, which the browser
 * slants: a phone waits for every file.
 */
const text = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--font-text",
  display: "optional",
});

const textExtended = localFont({
  src: "../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
  weight: "400",
  variable: "--font-text-extended",
  preload: false,
  display: "optional",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

const display = localFont({
  src: "../../node_modules/@fontsource/literata/files/literata-latin-600-normal.woff2",
  weight: "600",
  variable: "--font-display",
  display: "optional",
});

export const fontClasses = [text, textExtended, display].map((font) => font.variable).join(" ");
