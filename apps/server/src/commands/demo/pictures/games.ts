/** Games to play together, indoors and out. */
import { type Drawings, onTable, onWall, type Pen } from "./pen.ts";
import {
  boxPath,
  curve,
  d,
  fill,
  lathe,
  lighten,
  line,
  mix,
  move,
  oval,
  ovalPath,
  polygon,
  shade,
  stitch,
} from "./svg.ts";
import { beech } from "./toys.ts";

const chess = (pen: Pen) => {
  const [dark, light] = [pen.hue(0), pen.hue(1)];
  const rows = [0, 1, 2, 3].map((row) =>
    [0, 1, 2, 3, 4, 5]
      .map((column) => {
        const [y, next] = [520 + row * 36, 520 + (row + 1) * 36];
        const spread = (at: number) => 190 + (at - 520) * 0.42;
        const x = (at: number, step: number) => 400 + (step / 3 - 1) * spread(at);
        return fill(
          polygon(
            [x(y, column), y],
            [x(y, column + 1), y],
            [x(next, column + 1), next],
            [x(next, column), next],
          ),
          (row + column) % 2 === 0 ? dark : lighten(light, 0.2),
        );
      })
      .join(""),
  );
  const pawn = (x: number, base: number, colour: string, size: number) =>
    [
      pen.ground(x, base, 34 * size),
      pen.turned(
        x,
        [
          [base - 104 * size, 14 * size],
          [base - 70 * size, 16 * size],
          [base - 30 * size, 26 * size],
          [base, 36 * size],
        ],
        colour,
      ),
      pen.form(ovalPath(x, base - 118 * size, 28 * size, 28 * size), colour, "ball"),
    ].join("");
  return [
    pen.ground(400, 680, 262),
    fill("M196 508H604L680 672H120z", shade(beech, 0.1)),
    fill("M120 672H680V700H120z", shade(beech, 0.35)),
    ...rows,
    pawn(288, 560, dark, 0.9),
    pen.turned(
      500,
      [
        [330, 16],
        [356, 40],
        [378, 22],
        [470, 24],
        [520, 40],
        [558, 50],
      ],
      shade(dark, 0.05),
    ),
    pen.form("M494 282H506V296H520V308H506V334H494V308H480V296H494z", dark),
    pawn(560, 620, lighten(light, 0.15), 1.05),
    pen.turned(
      350,
      [
        [394, 46],
        [440, 40],
        [470, 24],
        [570, 28],
        [620, 46],
        [650, 58],
      ],
      lighten(light, 0.15),
    ),
    pen.form("M302 356V400H398V356H378V374H360V356H340V374H322V356z", lighten(light, 0.2)),
  ].join("");
};

const spinningTop = (pen: Pen) => {
  const [a, b] = [pen.hue(0), pen.hue(1)];
  const top = (x: number, y: number, angle: number, size: number, c1: string, c2: string) => {
    const body = lathe(0, [
      [-60, 40],
      [-44, 120],
      [-10, 140],
      [50, 70],
      [110, 10],
    ]);
    return move(
      d`translate(${x} ${y}) rotate(${angle}) scale(${size})`,
      pen.form(boxPath(-13, -170, 26, 120, 12), beech, "round"),
      fill(body, c1),
      pen.clip(body, fill("M-200 -30H200V-8H-200zM-200 30H200V56H-200z", c2)),
      fill(body, pen.url("ball")),
      oval(0, -60, 40, 9, lighten(c1, 0.3)),
    );
  };
  return [
    pen.ground(340, 650, 110),
    top(340, 520, 8, 1.18, a, b),
    pen.ground(560, 660, 100),
    top(560, 596, 62, 0.72, b, a),
  ].join("");
};

const kite = (pen: Pen) => {
  const [a, b] = [pen.hue(0), pen.hue(1)];
  const body = polygon([430, 110], [610, 320], [370, 560], [240, 270]);
  const bow = (x: number, y: number, angle: number, colour: string) =>
    move(
      d`translate(${x} ${y}) rotate(${angle})`,
      fill("M0 0L-32 -18V18zM0 0L32 -18V18z", colour),
      oval(0, 0, 6, 6, shade(colour, 0.3)),
    );
  return [
    pen.cast(body, 30, 46),
    line(curve([370, 560], [310, 620], [370, 670], [300, 720], [240, 700]), shade(b, 0.3), 5),
    bow(318, 606, 60, a),
    bow(362, 660, -20, b),
    bow(296, 718, 30, a),
    fill(polygon([430, 110], [610, 320], [410, 300]), a),
    fill(polygon([430, 110], [410, 300], [240, 270]), b),
    fill(polygon([240, 270], [410, 300], [370, 560]), shade(a, 0.12)),
    fill(polygon([410, 300], [610, 320], [370, 560]), mix(b, a, 0.3)),
    fill(body, pen.url("soft")),
    line("M430 110L370 560M240 270L610 320", "#a77b4c", 7),
    stitch(polygon([430, 126], [592, 318], [376, 536], [256, 276]), lighten(a, 0.5)),
  ].join("");
};

const puzzle = (pen: Pen) => {
  const [a, b] = [pen.hue(0), pen.hue(1)];
  const piece =
    "M-80 -80H-28C-44 -124 44 -124 28 -80H80V-28C124 -44 124 44 80 28V80H28C44 36 -44 36 " +
    "-28 80H-80V28C-36 44 -36 -44 -80 -28z";
  const colours = [a, mix(a, b, 0.5), b, mix(b, "#f4ead8", 0.4), lighten(a, 0.3), shade(b, 0.15)];
  const spots = [
    [262, 300, 0],
    [422, 300, 0],
    [262, 460, 0],
    [422, 460, 0],
    [600, 270, 24],
    [590, 560, -18],
  ];
  return spots
    .map(([x = 0, y = 0, angle = 0], index) => {
      const colour = colours[index] ?? a;
      return move(
        d`translate(${x} ${y + (index > 3 ? 0 : 40)}) rotate(${angle})`,
        pen.cast(piece, 8, 12),
        fill(piece, shade(colour, 0.35), 'transform="translate(3 5)"'),
        pen.form(piece, colour),
      );
    })
    .join("");
};

export const games: Drawings = {
  chess: onTable(chess),
  "spinning-top": onTable(spinningTop),
  kite: onWall(kite),
  puzzle: onWall(puzzle),
};
