/** Things thrown on a wheel: mugs, cups, teapots, jugs and vases. */
import { type Drawings, gleam, mouth, onTable, type Pen, specks, tube } from "./pen.ts";
import {
  curve,
  d,
  fill,
  lathe,
  lighten,
  line,
  mix,
  oval,
  ovalPath,
  type Point,
  shade,
} from "./svg.ts";

/** Clay below, glaze above, with the soft edge that a dip leaves. */
export function dipped(pen: Pen, data: string, clay: string, glaze: string, edge: number): string {
  const wave =
    d`M0 0H800V${edge}C640 ${edge + 26} 560 ${edge - 12} 420 ${edge + 16}S160 ${edge} 0 ` +
    d`${edge + 14}z`;
  return (
    fill(data, clay) +
    pen.clip(data, fill(wave, shade(glaze, 0.2), 'transform="translate(0 5)"'), fill(wave, glaze)) +
    fill(data, pen.url("round"))
  );
}

const mug = (height: number, radius: number, speckled: boolean) => (pen: Pen) => {
  const [glaze, clay] = [pen.hue(0), pen.hue(1)];
  const top = 652 - height;
  const cx = 372;
  const body = lathe(cx, [
    [top, radius],
    [top + height * 0.45, radius * 1.01],
    [top + height * 0.86, radius * 0.96],
    [652, radius * 0.8],
  ]);
  const reach = cx + radius - 12;
  const handle =
    d`M${reach} ${top + 58}C${reach + 120} ${top + 30} ${reach + 118} ` +
    d`${top + height * 0.74} ${reach - 2} ${top + height * 0.72}`;
  return [
    pen.ground(cx, 652, radius * 0.95),
    tube(handle, glaze, 38),
    dipped(pen, body, clay, glaze, top + height * (speckled ? 0.86 : 0.7)),
    speckled
      ? pen.clip(body, specks([cx - radius, top, radius * 2, height], 70, shade(glaze, 0.65)))
      : "",
    mouth(cx, top, radius, lighten(glaze, 0.22), shade(mix(glaze, clay, 0.3), 0.3)),
    gleam(cx - radius * 0.66, top + 60, height * 0.5),
  ].join("");
};

function beaker(
  pen: Pen,
  cx: number,
  base: number,
  size: number,
  glaze: string,
  clay: string,
): string {
  const top = base - size * 1.9;
  const body = lathe(cx, [
    [top, size],
    [base - size * 0.9, size * 0.98],
    [base - size * 0.25, size * 0.88],
    [base, size * 0.66],
  ]);
  return [
    pen.ground(cx, base, size * 0.85),
    dipped(pen, body, clay, glaze, base - size * 0.55),
    mouth(cx, top, size, lighten(glaze, 0.24), shade(glaze, 0.34)),
    gleam(cx - size * 0.68, top + size * 0.4, size * 0.9, 10),
  ].join("");
}

const beakers = (pen: Pen) =>
  beaker(pen, 515, 606, 104, mix(pen.hue(0), pen.hue(1), 0.42), pen.hue(1)) +
  beaker(pen, 318, 660, 132, pen.hue(0), pen.hue(1));

const cupAndSaucer = (pen: Pen) => {
  const [glaze, inside] = [pen.hue(0), pen.hue(1)];
  const top = 412;
  const saucer: readonly Point[] = [
    [608, 232],
    [628, 196],
    [648, 120],
  ];
  const cup: readonly Point[] = [
    [top, 148],
    [500, 142],
    [570, 104],
    [600, 70],
  ];
  return [
    pen.ground(400, 652, 190),
    pen.turned(400, saucer, glaze),
    oval(400, 608, 232, 46, lighten(glaze, 0.2)),
    oval(404, 612, 150, 27, shade(glaze, 0.14)),
    oval(430, 612, 110, 20, shade(glaze, 0.3), 'opacity="0.6"'),
    tube("M532 444C626 420 618 546 516 534", glaze, 26),
    pen.turned(400, cup, glaze),
    mouth(400, top, 148, lighten(glaze, 0.3), shade(inside, 0.1)),
    oval(400, top + 6, 122, 16, mix(inside, "#5a3016", 0.62)),
    line(d`M300 ${top + 4}q50 -12 110 -9`, lighten(inside, 0.5), 3, 'opacity="0.5"'),
    gleam(296, 452, 96, 12),
  ].join("");
};

const teapot = (pen: Pen) => {
  const [glaze, clay] = [pen.hue(0), pen.hue(1)];
  const body = lathe(395, [
    [402, 92],
    [430, 152],
    [510, 192],
    [590, 172],
    [646, 112],
  ]);
  return [
    pen.ground(400, 648, 185),
    fill("M556 548C624 536 622 424 690 396L654 388C604 414 600 470 544 476z", shade(glaze, 0.12)),
    fill("M556 520C612 516 616 418 672 394L654 388C604 414 600 470 544 476z", lighten(glaze, 0.16)),
    oval(672, 393, 20, 6, shade(glaze, 0.45)),
    tube("M262 410C250 232 540 232 528 410", clay, 20),
    fill(body, glaze),
    fill(body, pen.url("ball")),
    oval(395, 402, 96, 17, shade(glaze, 0.4)),
    pen.form(
      lathe(395, [
        [366, 40],
        [380, 74],
        [400, 92],
      ]),
      lighten(glaze, 0.06),
      "round",
    ),
    oval(395, 367, 40, 7, lighten(glaze, 0.24)),
    pen.form(ovalPath(395, 346, 22, 22), clay, "ball"),
    gleam(256, 460, 90, 18),
  ].join("");
};

const pitcher = (pen: Pen) => {
  const [glaze, clay] = [pen.hue(0), pen.hue(1)];
  const body = lathe(380, [
    [258, 96],
    [330, 84],
    [430, 118],
    [530, 148],
    [610, 136],
    [654, 104],
  ]);
  const rim =
    "M282 258C300 232 440 236 478 258C486 276 440 284 380 282C330 282 270 282 240 246" +
    "C254 240 270 248 282 258z";
  return [
    pen.ground(380, 654, 136),
    tube("M468 290C600 260 610 500 512 520", glaze, 34),
    dipped(pen, body, clay, glaze, 560),
    fill("M284 262C262 300 292 320 296 336L330 290z", lighten(glaze, 0.16)),
    fill(rim, lighten(glaze, 0.26)),
    fill(
      "M292 260C310 244 436 246 464 260C466 270 430 274 380 273C330 273 290 270 266 252" +
        "C276 252 284 254 292 260z",
      shade(glaze, 0.4),
    ),
    gleam(272, 420, 120, 16),
  ].join("");
};

function leaf(x: number, y: number, length: number, angle: number, colour: string): string {
  const half = length * 0.24;
  const data =
    d`M0 0C${length * 0.3} ${-half} ${length * 0.8} ${-half} ${length} 0C${length * 0.8} ` +
    d`${half} ${length * 0.3} ${half} 0 0z`;
  return (
    `<g transform="${d`translate(${x} ${y}) rotate(${angle})`}">${fill(data, colour)}` +
    `${line(d`M4 0H${length * 0.9}`, lighten(colour, 0.3), 1.5)}</g>`
  );
}

/** A cut branch for a vase; leaves go in pairs along the stem. */
function branch(colour: string, top: Point, foot: Point, bend: number): string {
  const [tx, ty] = top;
  const [fx, fy] = foot;
  const leaves = [0.08, 0.24, 0.4, 0.56, 0.72].map((t) => {
    const x = tx + (fx - tx) * t + bend * t * (1 - t);
    const y = ty + (fy - ty) * t;
    const size = 58 + t * 26;
    return (
      leaf(x, y, size, -28 - t * 10, colour) + leaf(x, y, size, 206 + t * 10, shade(colour, 0.14))
    );
  });
  return (
    line(curve(top, [(tx + fx) / 2 + bend / 4, (ty + fy) / 2], foot), shade(colour, 0.35), 4) +
    leaves.join("")
  );
}

const vase = (profile: readonly Point[], green: string) => (pen: Pen) => {
  const glaze = pen.hue(0);
  const [top, neck] = profile[0] ?? [300, 50];
  const base = profile.at(-1) ?? [654, 90];
  const body = lathe(400, profile);
  return [
    pen.ground(400, base[0], base[1] * 1.25),
    branch(green, [318, 96], [396, top + 4], -50),
    branch(shade(green, 0.15), [500, 140], [404, top + 4], 40),
    fill(body, glaze),
    pen.clip(
      body,
      fill(d`M0 ${top + 210}h800v26H0zM0 ${top + 250}h800v8H0z`, pen.hue(1), 'opacity="0.85"'),
    ),
    fill(body, pen.url("round")),
    mouth(400, top, neck, lighten(glaze, 0.24), shade(glaze, 0.5)),
    gleam(400 - neck - 34, top + 150, 100, 14),
  ].join("");
};

export const vessels: Drawings = {
  mug: onTable(mug(300, 148, false)),
  "mug-tall": onTable(mug(370, 132, false)),
  "mug-speckled": onTable(mug(280, 158, true)),
  beakers: onTable(beakers),
  "cup-and-saucer": onTable(cupAndSaucer),
  teapot: onTable(teapot),
  pitcher: onTable(pitcher),
  vase: onTable(
    vase(
      [
        [300, 52],
        [360, 46],
        [430, 96],
        [520, 138],
        [600, 124],
        [654, 88],
      ],
      "#6f8a5b",
    ),
  ),
  "vase-round": onTable(
    vase(
      [
        [352, 74],
        [384, 84],
        [440, 148],
        [530, 176],
        [610, 146],
        [654, 96],
      ],
      "#8a8f4f",
    ),
  ),
};
