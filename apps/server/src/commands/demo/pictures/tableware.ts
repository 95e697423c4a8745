/** Things for a laid table: bowls, plates, glasses and carafes. */
import { type Drawings, gleam, mouth, onTable, type Pen, specks } from "./pen.ts";
import {
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
  tilt,
} from "./svg.ts";
import { dipped } from "./vessels.ts";

function bowl(
  pen: Pen,
  cx: number,
  base: number,
  r: number,
  colour: string,
  inside: string,
): string {
  const top = base - r * 0.72;
  return [
    pen.turned(
      cx,
      [
        [top, r],
        [top + r * 0.22, r * 0.95],
        [base - r * 0.18, r * 0.62],
        [base, r * 0.4],
      ],
      colour,
    ),
    mouth(cx, top, r, lighten(colour, 0.28), inside),
    gleam(cx - r * 0.78, top + r * 0.14, r * 0.26, 10),
  ].join("");
}

const bowlNest = (pen: Pen) => {
  const [a, b, c] = [pen.hue(0), pen.hue(1), mix(pen.hue(0), pen.hue(1), 0.5)];
  return [
    pen.ground(400, 650, 150),
    bowl(pen, 400, 652, 236, a, shade(a, 0.25)),
    pen.clip(
      d`M0 0H800V482H636A236 ${236 * tilt(482)} 0 0 1 164 482H0z`,
      bowl(pen, 404, 578, 186, c, shade(c, 0.25)),
      pen.clip(
        d`M0 0H800V444H590A186 ${186 * tilt(444)} 0 0 1 218 444H0z`,
        bowl(pen, 398, 520, 134, b, shade(b, 0.22)),
      ),
    ),
  ].join("");
};

const servingBowl = (pen: Pen) => {
  const glaze = pen.hue(0);
  const body = lathe(400, [
    [446, 256],
    [500, 244],
    [580, 170],
    [630, 108],
    [650, 104],
  ]);
  return [
    pen.ground(400, 650, 180),
    dipped(pen, body, pen.hue(1), glaze, 592),
    mouth(400, 446, 256, lighten(glaze, 0.3), shade(glaze, 0.22)),
    pen.clip(ovalPath(400, 447, 238, 40), specks([160, 400, 480, 90], 50, pen.hue(1), 3)),
    gleam(206, 486, 70, 14),
  ].join("");
};

const plates = (pen: Pen) => {
  const [glaze, clay] = [pen.hue(0), pen.hue(1)];
  const upright = ovalPath(420, 376, 206, 206);
  const stack = [0, 1, 2, 3].map((index) => {
    const y = 640 - index * 22;
    const colour = index % 2 === 0 ? glaze : mix(glaze, clay, 0.5);
    return (
      pen.turned(
        360,
        [
          [y - 14, 214],
          [y, 190],
          [y + 8, 120],
        ],
        colour,
      ) + oval(360, y - 14, 214, 214 * tilt(y), lighten(colour, 0.22))
    );
  });
  return [
    pen.ground(400, 650, 226),
    pen.cast(upright, 18, 10),
    fill(upright, shade(glaze, 0.16), 'transform="translate(5 5)"'),
    pen.form(upright, glaze),
    pen.form(ovalPath(420, 376, 148, 148), mix(glaze, clay, 0.14)),
    line(ovalPath(420, 376, 197, 197), clay, 7, 'opacity="0.85"'),
    line(ovalPath(420, 376, 148, 148), shade(glaze, 0.16), 2),
    ...stack,
    oval(360, 562, 150, 29, shade(glaze, 0.1)),
    oval(364, 565, 144, 26, lighten(glaze, 0.1)),
  ].join("");
};

function glass(
  cx: number,
  base: number,
  r: number,
  height: number,
  tint: string,
  drink: string,
): string {
  const top = base - height;
  const profile: readonly Point[] = [
    [top, r],
    [top + height / 2, r * 0.96],
    [base, r * 0.82],
  ];
  const level = top + height * 0.36;
  const liquid: readonly Point[] = [
    [level, r * 0.9],
    [top + height * 0.66, r * 0.87],
    [base - 14, r * 0.76],
  ];
  return [
    fill(lathe(cx, profile), tint, 'opacity="0.34"'),
    fill(lathe(cx, liquid), drink, 'opacity="0.62"'),
    oval(cx, level, r * 0.9, r * 0.9 * tilt(level), lighten(drink, 0.4), 'opacity="0.75"'),
    oval(cx, base - 4, r * 0.76, r * 0.1, lighten(tint, 0.5), 'opacity="0.5"'),
    line(lathe(cx, profile), shade(tint, 0.2), 3, 'opacity="0.5"'),
    oval(
      cx,
      top,
      r,
      r * tilt(top),
      lighten(tint, 0.6),
      `opacity="0.35" stroke="${shade(tint, 0.1)}" stroke-width="4"`,
    ),
    fill(
      d`M${cx - r * 0.74} ${top + 30}h${r * 0.16}l${-r * 0.04} ${height - 66}h${-r * 0.1}z`,
      "#ffffff",
      'opacity="0.55"',
    ),
    fill(
      d`M${cx + r * 0.68} ${top + 40}h${r * 0.07}l${-r * 0.05} ${height - 90}h${-r * 0.04}z`,
      "#ffffff",
      'opacity="0.4"',
    ),
  ].join("");
}

const glasses = (pen: Pen) =>
  [
    pen.ground(520, 612, 96),
    glass(520, 610, 106, 230, pen.hue(0), pen.hue(1)),
    pen.ground(310, 660, 116),
    glass(310, 658, 126, 280, pen.hue(0), pen.hue(1)),
  ].join("");

const carafe = (pen: Pen) => {
  const [tint, drink] = [pen.hue(0), pen.hue(1)];
  const outline: readonly Point[] = [
    [212, 62],
    [300, 54],
    [380, 84],
    [480, 144],
    [580, 150],
    [654, 120],
  ];
  const body = lathe(400, outline);
  return [
    pen.ground(400, 654, 140),
    fill(body, tint, 'opacity="0.38"'),
    fill(
      lathe(400, [
        [440, 114],
        [500, 140],
        [580, 142],
        [646, 112],
      ]),
      drink,
      'opacity="0.6"',
    ),
    oval(400, 440, 114, 19, lighten(drink, 0.4), 'opacity="0.8"'),
    line(body, shade(tint, 0.2), 3, 'opacity="0.5"'),
    pen.turned(
      400,
      [
        [168, 42],
        [190, 46],
        [236, 38],
      ],
      "#c99a63",
    ),
    oval(400, 168, 42, 5, "#e2bd8b"),
    fill("M296 470q-18 70 8 140q14 -4 12 -20q-20 -60 -4 -118z", "#ffffff", 'opacity="0.55"'),
    fill("M362 260l-2 90l-10 14l2 -104z", "#ffffff", 'opacity="0.5"'),
  ].join("");
};

export const tableware: Drawings = {
  "bowl-nest": onTable(bowlNest),
  "serving-bowl": onTable(servingBowl),
  plates: onTable(plates),
  glasses: onTable(glasses),
  carafe: onTable(carafe),
};
