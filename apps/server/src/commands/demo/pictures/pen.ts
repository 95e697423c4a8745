/** The studio: one light from the upper left, soft shadows, and surfaces that answer to both. */
import {
  brightness,
  d,
  fill,
  grains,
  lathe,
  lighten,
  line,
  mix,
  oval,
  ovalPath,
  type Point,
  shade,
  tilt,
} from "./svg.ts";

/** How a surface turns from the light: a cylinder, a ball, a flat thing, a hanging cloth. */
export type Light = "round" | "ball" | "soft" | "drape";

export interface Pen {
  readonly hue: (index: number) => string;
  readonly form: (data: string, colour: string, light?: Light) => string;
  readonly clip: (data: string, ...parts: readonly string[]) => string;
  readonly cast: (data: string, dx?: number, dy?: number) => string;
  /** The shadow where a thing stands; paler, with less weight, under something on legs. */
  readonly ground: (cx: number, cy: number, rx: number, weight?: number) => string;
  readonly turned: (cx: number, profile: readonly Point[], colour: string) => string;
  readonly url: (name: string) => string;
}

export type Scene = "table" | "wall";
export interface Drawing {
  readonly scene: Scene;
  readonly draw: (pen: Pen) => string;
}
export type Drawings = Readonly<Record<string, Drawing>>;

export const onTable = (draw: Drawing["draw"]): Drawing => ({ scene: "table", draw });
export const onWall = (draw: Drawing["draw"]): Drawing => ({ scene: "wall", draw });

const black = "#20160f";
const white = "#fffaf2";

type Stop = readonly [offset: number, colour: string, opacity: number];

const stops = (list: readonly Stop[]): string =>
  list
    .map(([at, colour, opacity]) => {
      const alpha = opacity === 1 ? "" : ` stop-opacity="${opacity}"`;
      return `<stop offset="${at}" stop-color="${colour}"${alpha}/>`;
    })
    .join("");

const linear = (id: string, to: string, list: readonly Stop[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" ${to}>${stops(list)}</linearGradient>`;

const radial = (id: string, at: string, list: readonly Stop[]): string =>
  `<radialGradient id="${id}" ${at}>${stops(list)}</radialGradient>`;

function studioLights(id: string): string {
  return (
    linear(`${id}-round`, 'x2="1" y2="0"', [
      [0, white, 0.06],
      [0.2, white, 0.34],
      [0.46, white, 0],
      [0.5, black, 0],
      [0.88, black, 0.27],
      [1, black, 0.2],
    ]) +
    linear(`${id}-soft`, 'x2="1" y2="1"', [
      [0, white, 0.26],
      [0.45, white, 0],
      [0.5, black, 0],
      [1, black, 0.2],
    ]) +
    linear(`${id}-drape`, 'x2="0.35" y2="1"', [
      [0, white, 0.2],
      [0.5, white, 0],
      [0.55, black, 0],
      [1, black, 0.17],
    ]) +
    radial(`${id}-ball`, 'cx="0.34" cy="0.28" r="0.8"', [
      [0, white, 0.42],
      [0.4, white, 0],
      [0.45, black, 0],
      [1, black, 0.4],
    ]) +
    radial(`${id}-ground`, "", [
      [0, black, 0.5],
      [0.55, black, 0.24],
      [1, black, 0],
    ]) +
    radial(`${id}-glow`, "", [
      [0, "#fff4d2", 0.85],
      [0.4, "#fff1c9", 0.42],
      [1, "#fff1c9", 0],
    ]) +
    `<filter id="${id}-blur" x="-30%" y="-30%" width="160%" height="160%">` +
    `<feGaussianBlur stdDeviation="13"/></filter>`
  );
}

function wallColour(main: string, accent: string): string {
  // A pale thing needs a deeper wall behind it, or its lit edge is lost.
  if (brightness(main) > 0.72) return mix("#e0d4c3", accent, 0.16);
  return mix("#f5efe4", main, brightness(main) < 0.3 ? 0.12 : 0.2);
}

function backdrop(id: string, scene: Scene, main: string, accent: string): string {
  const wall = wallColour(main, accent);
  const table = lighten(mix(wall, "#c29a6b", 0.3), 0.12);
  const lit = radial(`${id}-wall`, 'cx="0.28" cy="0.18" r="1.05"', [
    [0, lighten(wall, 0.5), 1],
    [0.55, wall, 1],
    [1, shade(wall, 0.13), 1],
  ]);
  const room = `<path d="M0 0h800v800H0z" fill="url(#${id}-wall)"/>`;
  if (scene === "wall") return `<defs>${lit}</defs>${room}`;
  const top = linear(`${id}-table`, 'x2="0.25" y2="1"', [
    [0, lighten(table, 0.3), 1],
    [1, shade(table, 0.1), 1],
  ]);
  return (
    `<defs>${lit}${top}</defs>${room}<path d="M0 508h800v292H0z" fill="url(#${id}-table)"/>` +
    `<path d="M0 500h800v8H0z" fill="${black}" opacity="0.05"/>`
  );
}

export interface Studio {
  readonly pen: Pen;
  /** Everything the document needs before the drawing itself. */
  readonly room: (scene: Scene) => string;
}

export function openStudio(id: string, colours: readonly string[]): Studio {
  const main = colours[0] ?? "#b9673f";
  const hue = (index: number): string =>
    colours[index] ?? (brightness(main) > 0.6 ? shade(main, 0.45) : lighten(main, 0.62));
  const url = (name: string): string => `url(#${id}-${name})`;
  let clips = 0;

  const form: Pen["form"] = (data, colour, light = "soft") =>
    fill(data, colour) + fill(data, url(light));

  const pen: Pen = {
    hue,
    url,
    form,
    clip: (data, ...parts) => {
      clips += 1;
      const name = `${id}-c${clips}`;
      return (
        `<clipPath id="${name}"><path d="${data}"/></clipPath>` +
        `<g clip-path="url(#${name})">${parts.join("")}</g>`
      );
    },
    cast: (data, dx = 16, dy = 22) =>
      fill(data, black, `opacity="0.3" transform="translate(${dx} ${dy})" filter="${url("blur")}"`),
    ground: (cx, cy, rx, weight = 1) => {
      const faint = weight === 1 ? "" : `opacity="${weight}"`;
      const [far, near] = [Math.min(rx * 0.34 + 8, 58), Math.min(rx * 0.24 + 5, 40)];
      return (
        oval(cx + rx * 0.16, cy + 4, rx * 1.32, far, url("ground"), faint) +
        oval(cx + rx * 0.04, cy, rx * 1.06, near, url("ground"), faint)
      );
    },
    turned: (cx, profile, colour) => form(lathe(cx, profile), colour, "round"),
  };
  const room = (scene: Scene): string =>
    `<defs>${studioLights(id)}</defs>${backdrop(id, scene, main, hue(1))}`;
  return { pen, room };
}

/** The open top of a vessel, looked into from a little above. */
export function mouth(cx: number, y: number, r: number, rim: string, inside: string): string {
  const k = tilt(y);
  const lip = Math.max(5, r * 0.06);
  const hole = r - lip;
  return (
    oval(cx, y, r, r * k, rim) +
    oval(cx, y + 1, hole, hole * k, inside) +
    fill(
      d`M${cx - hole} ${y}a${hole} ${hole * k} 0 0 0 ${hole * 2} 0a${hole} ` +
        d`${hole * k * 0.5} 0 0 1 ` +
        d`${-hole * 2} 0z`,
      lighten(inside, 0.16),
    )
  );
}

/** A handle, a wire or a leg: a round bar bent along a path. */
export const tube = (data: string, colour: string, width: number): string =>
  line(data, shade(colour, 0.28), width) +
  line(data, colour, width * 0.74, `transform="translate(${-width * 0.08} ${-width * 0.08})"`) +
  line(
    data,
    lighten(colour, 0.45),
    width * 0.2,
    `transform="translate(${-width * 0.2} ${-width * 0.2})" opacity="0.7"`,
  );

/** Iron specks in a glaze, seeds in a loaf: dots scattered over a box. */
export function specks(
  area: readonly [x: number, y: number, w: number, h: number],
  count: number,
  colour: string,
  size = 3,
): string {
  const [x, y, w, h] = area;
  const dice = grains(count * 7919 + Math.round(x), count * 3);
  const dots = Array.from({ length: count }, (_, index) => {
    const [a = 0, b = 0, c = 0] = dice.slice(index * 3, index * 3 + 3);
    const r = size * (0.4 + c * 0.8);
    return ovalPath(x + a * w, y + b * h, r, r);
  });
  return fill(dots.join(""), colour, 'opacity="0.55"');
}

/** A soft vertical gleam on a glazed or polished side. */
export const gleam = (x: number, y: number, h: number, w = 14): string =>
  fill(
    d`M${x} ${y}q${-w} ${h / 2} 0 ${h}q${w} ${-h * 0.1} ${w} ${-h / 2}t${-w} ${-h / 2}z`,
    white,
    'opacity="0.4"',
  );
