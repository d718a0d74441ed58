import { crc32 } from "node:zlib";
import { deflateAroundSlots } from "./deflate";
import { placeholders, placeholderStem, slotNames, type SlotName, type SlotValues } from "./slots";

/** A body taken apart at its placeholders: one piece more than slots. `deflated` holds the same pieces compressed. */
export type Template = { pieces: Buffer[]; slots: SlotName[]; deflated: Buffer[] | null };

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff]);
const largestStoredBlock = 65_535;

/**
 * Empties the slots in Next's data behind the markup that only repeat what the markup's own attributes say. Browsers
 * read those; each value here would cost a page some 90 compressed bytes, and a reader's state several hundred.
 * The theme, the kind of viewer and the form key stay.
 */
export function withoutRepeats(body: Buffer): Buffer {
  const words = placeholders();
  // Nobody can write this into a text: it holds a placeholder.
  const starts = ["(self.__next_f", "self.__next_f"].map((data) =>
    body.indexOf(`<script nonce="${words.nonce}">${data}`),
  );
  const from = Math.min(...starts.filter((at) => at >= 0));
  if (!Number.isFinite(from)) return body;
  const data = body
    .subarray(from)
    .toString("utf8")
    .replaceAll(`\\"nonce\\":\\"${words.nonce}\\"`, '\\"nonce\\":\\"\\"')
    .replaceAll(words.state, "none")
    .replaceAll(words.follow, "none")
    .replaceAll(words.quiet, "none")
    .replaceAll(words.unread, "none")
    .replaceAll(words.style, "");
  return Buffer.concat([body.subarray(0, from), Buffer.from(data)]);
}

/**
 * Lets a page's scripts wait until its words are painted: everything on it works without them, and on a slow network
 * they would come before the letters.
 */
export function scriptsAfterPaint(body: Buffer): Buffer {
  const { nonce } = placeholders();
  const sources: string[] = [];
  const page = body
    .toString("utf8")
    .replace(/<script [^>]*><\/script>/g, (tag) => {
      const source = / src="(\/_next\/[\w./-]+)"/.exec(tag)?.[1];
      // Nobody can write a tag that holds a placeholder.
      if (!source || !tag.includes(` async=""`) || !tag.includes(nonce)) return tag;
      sources.push(source);
      return "";
    })
    .replace(/<link rel="preload" as="script" [^>]*>/g, (tag) => (tag.includes(nonce) ? "" : tag))
    // A font needs no nonce, and each slot costs a page some forty bytes.
    .replace(/<link rel="preload" [^>]*as="font"[^>]*>/g, (tag) => tag.replace(` nonce="${nonce}"`, ""));
  const end = page.lastIndexOf("</body>");
  if (sources.length === 0 || end < 0) return body;
  const load = `for(const s of ${JSON.stringify(sources)}){const e=document.createElement("script");e.async=true;e.src=s;document.head.append(e)}`;
  const late = `<script nonce="${nonce}">requestAnimationFrame(()=>setTimeout(()=>{${load}}))</script>`;
  return Buffer.from(page.slice(0, end) + late + page.slice(end));
}

/** Takes a rendered body apart. */
export function splitAtSlots(body: Buffer): Template {
  const stem = placeholderStem();
  const pieces: Buffer[] = [];
  const slots: SlotName[] = [];
  let from = 0;
  let search = 0;
  for (let at = body.indexOf(stem); at >= 0; at = body.indexOf(stem, search)) {
    const name = slotNames[Number(String.fromCharCode(body[at + stem.length] ?? 0))];
    search = at + stem.length + 1;
    // Not one of ours: it stays as the text that it is.
    if (!name) continue;
    pieces.push(body.subarray(from, at));
    slots.push(name);
    from = search;
  }
  pieces.push(body.subarray(from));
  return { pieces, slots, deflated: null };
}

/** The same template with its pieces compressed once, for as many responses as it serves. */
export async function compressed(template: Template): Promise<Template> {
  return { ...template, deflated: await deflateAroundSlots(template) };
}

/** Bytes that a template keeps in memory, with about 100 for each of its pieces. */
export function bytesOf({ pieces, deflated }: Template): number {
  return [...pieces, ...(deflated ?? [])].reduce((sum, piece) => sum + piece.length + 100, 0);
}

/** What stands between the slots, as text. */
export function markupOf({ pieces }: Template): string {
  return Buffer.concat(pieces).toString("utf8");
}

/** The whole body for one reader. */
export function fillPlain({ pieces, slots }: Template, values: SlotValues): Buffer {
  const chunks: Buffer[] = [];
  pieces.forEach((piece, index) => {
    chunks.push(piece);
    const slot = slots[index];
    if (slot) chunks.push(Buffer.from(values[slot]));
  });
  return Buffer.concat(chunks);
}

/**
 * The whole body for one reader as one gzip member: the pieces as they were compressed, the values as stored blocks
 * between them, one checksum over everything. Browsers ignore a second member, so members cannot be strung together.
 * @throws Error for a template that was not compressed
 */
export function fillGzip({ pieces, slots, deflated }: Template, values: SlotValues): Buffer {
  if (!deflated) throw new Error("Compress the template first.");
  const chunks: Buffer[] = [gzipHeader];
  let checksum = 0;
  let length = 0;
  const count = (plain: Buffer) => {
    checksum = crc32(plain, checksum);
    length += plain.length;
  };
  pieces.forEach((piece, index) => {
    count(piece);
    chunks.push(deflated[index] ?? Buffer.alloc(0));
    const slot = slots[index];
    if (!slot) return;
    const value = Buffer.from(values[slot]);
    count(value);
    chunks.push(...storedBlocks(value));
  });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([...chunks, lastBlock, trailer]);
}

/** Deflate blocks that hold bytes as they are (RFC 1951, 3.2.4). */
function storedBlocks(value: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let from = 0; from < value.length; from += largestStoredBlock) {
    const part = value.subarray(from, from + largestStoredBlock);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(part.length ^ 0xffff, 3);
    blocks.push(head, part);
  }
  return blocks;
}
