/** Colour arithmetic and plain SVG shapes. Knows nothing of light, products or documents. */

export type Point = readonly [number, number];

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) =>
    Math.round(value + ((target[index] ?? value) - value) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${mixed.join("")}`;
}

export const lighten = (colour: string, share: number): string => mix(colour, "#fffaf2", share);

// A warm black keeps shaded parts from turning grey.
export const shade = (colour: string, share: number): string => mix(colour, "#20160f", share);

/** 0 is black, 1 is white. */
export function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Path data with its numbers rounded, so that pictures stay small. */
export const d = (text: TemplateStringsArray, ...values: readonly (number | string)[]): string =>
  text.reduce((all, part, index) => {
    const value = values[index - 1] ?? "";
    return all + (typeof value === "number" ? round(value) : value) + part;
  });

const attributes = (more: string): string => (more === "" ? "" : ` ${more}`);

export const fill = (data: string, colour: string, more = ""): string =>
  `<path d="${data}" fill="${colour}"${attributes(more)}/>`;

export const line = (data: string, colour: string, width: number, more = ""): string =>
  `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${round(width)}" ` +
  `stroke-linecap="round" stroke-linejoin="round"${attributes(more)}/>`;

export const oval = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colour: string,
  more = "",
): string =>
  `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" ` +
  `fill="${colour}"${attributes(more)}/>`;

export const move = (transform: string, ...parts: readonly string[]): string =>
  `<g transform="${transform}">${parts.join("")}</g>`;

/** Thread in a seam: short dashes in a given colour. */
export const stitch = (data: string, colour: string, width = 2.5): string =>
  line(data, colour, width, 'stroke-dasharray="9 7" opacity="0.75"');

export const ovalPath = (cx: number, cy: number, rx: number, ry: number): string =>
  d`M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${rx * 2} 0a${rx} ${ry} 0 1 1 ${-rx * 2} 0z`;

export const boxPath = (x: number, y: number, w: number, h: number, r = 0): string =>
  d`M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}` +
  d`q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}z`;

export const polygon = (...points: readonly Point[]): string =>
  `M${points.map(([x, y]) => d`${x} ${y}`).join("L")}z`;

/** How round a circle lying at height `y` looks: the eye is a little above the table. */
export const tilt = (y: number): number => 0.06 + 0.17 * (y / 660);

/** A curve through the points, starting from where the pen already is. */
function through(points: readonly Point[]): string {
  const at = (index: number): Point =>
    points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  return points
    .slice(1)
    .map(([x, y], index) => {
      const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
      return (
        d`C${from[0] + (x - before[0]) / 6} ${from[1] + (y - before[1]) / 6} ` +
        d`${x - (after[0] - from[0]) / 6} ${y - (after[1] - from[1]) / 6} ${x} ${y}`
      );
    })
    .join("");
}

/** An open curve through the points. */
export function curve(...points: readonly Point[]): string {
  const [first = [0, 0]] = points;
  return d`M${first[0]} ${first[1]}${through(points)}`;
}

/** A closed, rounded outline through the points. */
export function blob(...points: readonly Point[]): string {
  const [first = [0, 0], second = [0, 0]] = points;
  const last = points.at(-1) ?? first;
  const closed = through([last, ...points, first, second]);
  const steps = closed.split("C").slice(2, -1);
  return d`M${first[0]} ${first[1]}C${steps.join("C")}z`;
}

/** The outline of something turned on a wheel or a lathe; the profile is pairs of y and radius. */
export function lathe(cx: number, profile: readonly Point[]): string {
  const left = profile.map(([y, r]): Point => [cx - r, y]);
  const right = profile.map(([y, r]): Point => [cx + r, y]).reverse();
  const [topY, topR] = profile[0] ?? [0, 0];
  const [baseY, baseR] = profile.at(-1) ?? [0, 0];
  return (
    d`M${cx - topR} ${topY}${through(left)}` +
    d`A${baseR} ${baseR * tilt(baseY)} 0 0 0 ${cx + baseR} ${baseY}${through(right)}` +
    d`A${topR} ${topR * tilt(topY)} 0 0 0 ${cx - topR} ${topY}z`
  );
}

/** A stripe around the front of a turned thing, from one height and radius to another. */
export const hoop = (cx: number, [top, wide]: Point, [base, narrow]: Point): string =>
  d`M${cx - wide} ${top}A${wide} ${wide * tilt(top)} 0 0 0 ${cx + wide} ${top}` +
  d`L${cx + narrow} ${base}A${narrow} ${narrow * tilt(base)} 0 0 1 ${cx - narrow} ${base}z`;

/** Small repeatable irregularity: numbers from 0 to 1, the same for the same seed. */
export function grains(seed: number, count: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 16807 + 11) % 2147483647;
    return (state % 10007) / 10007;
  });
}
