import { constants, createDeflateRaw, type DeflateRaw } from "node:zlib";
import { fixedLength, type SlotName } from "./slots";

/** Never part of UTF-8 text, so the compressor finds no match in it. */
const outsideText = 0xff;

/**
 * Compresses the pieces of a page so that any values can stand between them.
 *
 * Each piece ends at a byte boundary. Behind a slot of fixed length the compressor may point back across it: it is fed
 * bytes of that length that no text contains, so that distances stay right and no match touches the value. Behind a
 * slot of varying length it starts with an empty window.
 */
export async function deflateAroundSlots({
  pieces,
  slots,
}: {
  pieces: Buffer[];
  slots: SlotName[];
}): Promise<Buffer[]> {
  const stream = createDeflateRaw({ level: 9, memLevel: 9, chunkSize: 65_536 });
  const isText = pieces.every((piece) => !piece.includes(outsideText));
  const deflated: Buffer[] = [];
  try {
    for (const [index, piece] of pieces.entries()) {
      const slot = slots[index];
      const length = slot && isText ? fixedLength[slot] : undefined;
      deflated.push(await flushed(stream, piece, length ? constants.Z_SYNC_FLUSH : constants.Z_FULL_FLUSH));
      if (length) await flushed(stream, Buffer.alloc(length, outsideText), constants.Z_SYNC_FLUSH);
    }
  } finally {
    stream.close();
  }
  return deflated;
}

function flushed(stream: DeflateRaw, piece: Buffer, kind: number): Promise<Buffer> {
  // Nothing to write; but a full flush also empties the window, which the next piece relies on.
  if (piece.length === 0 && kind !== constants.Z_FULL_FLUSH) return Promise.resolve(piece);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer) => chunks.push(chunk);
    stream.once("error", reject);
    stream.on("data", collect);
    stream.write(piece);
    stream.flush(kind, () => {
      stream.off("data", collect);
      stream.off("error", reject);
      resolve(Buffer.concat(chunks));
    });
  });
}
