// Charts as pictures of a projector's size, with what they show, of which plan, and when, so that a picture says by itself
// what it is wherever it lands.

/** What stands around a drawing. */
export interface Caption {
  /** What it shows. */
  title: string;
  /** The plan and the scenario. */
  about: string;
  /** Where it comes from, with the date. */
  source: string;
}

/** The picture, and how much of it is the drawing's, in its own units; it is twice as large in pixels. */
const [WIDTH, HEIGHT] = [960, 540];
export const ROOM = { left: 24, top: 88, width: WIDTH - 48, height: HEIGHT - 88 - 40 };
const SCALE = 2;
/** As many letters of a title as a line takes. */
const LINE = 88;

/** The whole picture around a drawing of the size of `ROOM`. */
export function framed(drawing: string, caption: Caption, look: { ink: string; paper: string; font: string }): string {
  const { ink, paper, font } = look;
  const [first, second] = lines(caption.title);
  const text = (x: number, y: number, size: number, content: string, rest = ""): string =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${escaped(ink)}" ${rest}>${escaped(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * SCALE}" height="${HEIGHT * SCALE}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${escaped(font)}">`,
    `<title>${escaped(caption.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${escaped(paper)}"/>`,
    text(ROOM.left, 32, 18, first, 'font-weight="bold"'),
    second ? text(ROOM.left, 54, 18, second, 'font-weight="bold"') : "",
    text(ROOM.left, 76, 14, caption.about),
    `<g transform="translate(${ROOM.left} ${ROOM.top})">${drawing}</g>`,
    text(ROOM.left, HEIGHT - 14, 12, caption.source),
    "</svg>",
  ].join("");
}

/** A title in two lines at most. */
function lines(title: string): [string, string] {
  if (title.length <= LINE) return [title, ""];
  const end = title.lastIndexOf(" ", LINE);
  const cut = end > 0 ? end : LINE;
  const rest = title.slice(cut).trim();
  return [title.slice(0, cut), rest.length > LINE ? `${rest.slice(0, LINE - 1)}…` : rest];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The same picture in pixels. */
export async function inPixels(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [WIDTH * SCALE, HEIGHT * SCALE];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
