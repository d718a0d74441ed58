import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTriangle, type SymbolType } from "d3-shape";
import type { FigureRow } from "@/lib/insights/schema";

type Sign = FigureRow["sign"];

const dash: SymbolType = {
  draw(context, size) {
    const half = Math.sqrt(size) / 2;
    context.rect(-half, -half / 4, 2 * half, half / 2);
  },
};

/** Sizes are areas, chosen so that all look equally heavy in a box of 20 by 20. The style sheet fills some and turns the triangle down. */
const shapes: Record<Sign, [SymbolType, area: number]> = {
  good: [symbolCircle, 201],
  none: [symbolSquare, 169],
  bad: [symbolTriangle, 150],
  unsure: [symbolDiamond2, 150],
  plain: [dash, 150],
};

const path = symbol().digits(1);
const paths = Object.fromEntries(
  Object.entries(shapes).map(([sign, [type, area]]) => [sign, path.type(type).size(area)()]),
) as Record<Sign, string>;

/** Which way an answer points, told by shape. */
export function SignMark({ sign }: { sign: Sign }) {
  return (
    <svg className="sign-mark" viewBox="-10 -10 20 20" aria-hidden="true">
      <path d={paths[sign]} />
    </svg>
  );
}
