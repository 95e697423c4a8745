/** Plants in their pots and seeds in their packets. */
import { emblem } from "./pantry.ts";
import { type Drawings, onTable, onWall, type Pen } from "./pen.ts";
import {
  boxPath,
  curve,
  d,
  fill,
  hoop,
  lighten,
  line,
  mix,
  move,
  oval,
  shade,
  stitch,
  tilt,
} from "./svg.ts";

const pot = (pen: Pen, x: number, top: number, r: number, height: number, clay: string): string =>
  [
    pen.ground(x, top + height, r * 0.8),
    pen.turned(
      x,
      [
        [top + 40, r * 0.94],
        [top + height * 0.6, r * 0.84],
        [top + height, r * 0.68],
      ],
      clay,
    ),
    fill(hoop(x, [top + 50, r * 0.95], [top + 66, r * 0.93]), shade(clay, 0.4), 'opacity="0.3"'),
    pen.turned(
      x,
      [
        [top, r],
        [top + 26, r * 1.02],
        [top + 50, r],
      ],
      clay,
    ),
    oval(x, top, r, r * tilt(top), lighten(clay, 0.22)),
    oval(x, top + 2, r * 0.9, r * 0.9 * tilt(top), "#4a3628"),
  ].join("");

const blade = (
  pen: Pen,
  x: number,
  y: number,
  angle: number,
  length: number,
  width: number,
  green: string,
): string => {
  const data =
    d`M${-width * 0.4} 0C${-width} ${-length * 0.4} ${-width * 0.7} ${-length * 0.8} 0 ` +
    d`${-length}C${width * 0.7} ${-length * 0.8} ${width} ${-length * 0.4} ${width * 0.4} 0z`;
  return move(
    d`translate(${x} ${y}) rotate(${angle})`,
    fill(data, green),
    fill(data, pen.url("round")),
    line(d`M0 0V${-length * 0.86}`, lighten(green, 0.4), 3, 'opacity="0.6"'),
  );
};

const bladesPlant = (pen: Pen) => {
  const [clay, green] = [pen.hue(0), pen.hue(1)];
  const blades = [
    [-38, -24, 250],
    [40, 26, 240],
    [-22, -12, 330],
    [26, 14, 320],
    [0, -3, 356],
    [-8, 6, 290],
  ];
  return (
    pot(pen, 400, 440, 128, 212, clay) +
    blades
      .map(([x = 0, a = 0, h = 0], i) =>
        blade(pen, 400 + x, 448, a, h, 34, i % 2 ? lighten(green, 0.12) : shade(green, 0.1)),
      )
      .join("")
  );
};

const roundLeaf = (
  pen: Pen,
  x: number,
  y: number,
  size: number,
  angle: number,
  green: string,
): string => {
  const data =
    "M0 0C-60 -10 -80 -80 -30 -110C-14 -120 0 -108 0 -100C0 -108 14 -120 30 -110C80 -80 " +
    "60 -10 0 0z";
  return move(
    d`translate(${x} ${y}) rotate(${angle}) scale(${size})`,
    fill(data, green),
    fill(data, pen.url("soft")),
    line(
      "M0 0V-94M0 -30L-36 -64M0 -30L36 -64M0 -56L-24 -88M0 -56L24 -88",
      lighten(green, 0.4),
      3,
      'opacity="0.5"',
    ),
  );
};

const leafyPlant = (pen: Pen) => {
  const [clay, green] = [pen.hue(0), pen.hue(1)];
  const leaves = [
    [250, 350, 1.1, -56],
    [556, 340, 1.1, 54],
    [310, 276, 1.15, -28],
    [500, 264, 1.15, 26],
    [400, 234, 1.2, 0],
    [300, 412, 0.95, -80],
    [506, 414, 0.95, 80],
    [404, 372, 1.1, 6],
  ];
  return [
    pot(pen, 400, 446, 126, 206, clay),
    leaves
      .map(([x = 0, y = 0]) =>
        line(curve([400, 450], [(400 + x) / 2, (450 + y) / 2 + 20], [x, y]), shade(green, 0.3), 6),
      )
      .join(""),
    leaves
      .map(([x = 0, y = 0, s = 1, a = 0], i) =>
        roundLeaf(
          pen,
          x,
          y,
          s,
          a,
          [green, shade(green, 0.14), lighten(green, 0.12)][i % 3] ?? green,
        ),
      )
      .join(""),
  ].join("");
};

const herbs = (pen: Pen) => {
  const [clay, green] = [pen.hue(0), pen.hue(1)];
  const sprig = (x: number, top: number, lean: number, colour: string) => {
    const rows = Array.from({ length: 4 }, (_, i) => {
      const y = top + 26 + i * ((470 - top) / 5);
      return { x: x + lean * (1 - i / 5), y };
    });
    const left = rows.map(({ x, y }) => d`M${x} ${y}q-14 -34 -50 -26q8 30 50 26z`);
    const right = rows.map(({ x, y }) => d`M${x} ${y + 8}q14 -34 50 -26q-8 30 -50 26z`);
    const tip = d`M${x + lean} ${top + 20}q-16 -22 0 -44q16 22 0 44z`;
    return (
      line(
        curve([x, 480], [x + lean * 0.5, (480 + top) / 2], [x + lean, top]),
        shade(colour, 0.3),
        5,
      ) +
      fill(left.join(""), colour) +
      fill(right.join("") + tip, lighten(colour, 0.16))
    );
  };
  const trio = [
    [224, -20],
    [400, 0],
    [576, 20],
  ] as const;
  return trio
    .map(([x, lean], i) => {
      const colour = [green, lighten(green, 0.16), shade(green, 0.14)][i] ?? green;
      return (
        pot(pen, x, 480, 78, 170, [clay, lighten(clay, 0.25), shade(clay, 0.12)][i] ?? clay) +
        sprig(x - 26, 340, lean - 18, shade(colour, 0.1)) +
        sprig(x + 26, 350, lean + 18, colour) +
        sprig(x, 290, lean, colour)
      );
    })
    .join("");
};

const seeds = (pen: Pen) => {
  const [first, second] = [pen.hue(0), pen.hue(1)];
  const packet = (transform: string, colour: string, ink: string, kind: number) => {
    const data = boxPath(-110, -160, 220, 320, 6);
    return move(
      transform,
      pen.cast(data, 10, 14),
      pen.form(data, colour),
      fill("M-110 -160H110V-120L0 -92L-110 -120z", shade(colour, 0.14)),
      pen.form(boxPath(-84, -66, 168, 196, 84), lighten(ink, 0.15)),
      emblem(0, 14, 120, shade(colour, 0.1), kind),
      stitch("M-110 146H110", lighten(colour, 0.5)),
    );
  };
  return (
    packet("translate(520 350) rotate(14)", second, first, 0) +
    packet("translate(270 360) rotate(-12)", mix(first, second, 0.5), second, 2) +
    packet("translate(400 440) rotate(2)", first, second, 1)
  );
};

export const plants: Drawings = {
  "plant-blades": onTable(bladesPlant),
  "plant-leafy": onTable(leafyPlant),
  herbs: onTable(herbs),
  seeds: onWall(seeds),
};
