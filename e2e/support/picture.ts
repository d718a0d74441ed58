import type { BrowserContext } from "@playwright/test";

/** A colour that stands in a picture, e.g. "rgb(12, 10, 9)", with its relative luminance from 0 to 1 and its place. */
export type Pixel = { luminance: number; colour: string; x: number; y: number };

/**
 * The brightest pixel of a PNG, by WCAG's relative luminance. Decoded by a blank page of the browser, so that no library is needed.
 * @param context where the blank page is opened
 */
export async function brightestPixel(context: BrowserContext, png: Buffer): Promise<Pixel> {
  const blank = await context.newPage();
  try {
    return await blank.evaluate(findBrightest, png.toString("base64"));
  } finally {
    await blank.close();
  }
}

/** Runs in the blank page. */
async function findBrightest(base64: string): Promise<Pixel> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  if (!canvas) throw new Error("this browser cannot draw");
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
  const linear = Float64Array.from({ length: 256 }, (_, level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const light = (level = 0) => linear[level] ?? 0;
  let brightest = 0;
  let at = 0;
  for (let place = 0; place < data.length; place += 4) {
    const luminance = 0.2126 * light(data[place]) + 0.7152 * light(data[place + 1]) + 0.0722 * light(data[place + 2]);
    if (luminance > brightest) [brightest, at] = [luminance, place];
  }
  const pixel = at / 4;
  return {
    luminance: brightest,
    colour: `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`,
    x: pixel % picture.width,
    y: Math.floor(pixel / picture.width),
  };
}
