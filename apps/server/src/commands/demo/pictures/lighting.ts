/** Lamps and pendants; each one is drawn lit. */
import { type Drawings, gleam, onTable, onWall, type Pen, tube } from "./pen.ts";
import {
  d,
  fill,
  hoop,
  lathe,
  lighten,
  line,
  mix,
  move,
  oval,
  ovalPath,
  shade,
  tilt,
} from "./svg.ts";

const warm = "#fff1c9";

export const halo = (pen: Pen, cx: number, cy: number, r: number): string =>
  oval(cx, cy, r, r, pen.url("glow"));

const litShade = (
  pen: Pen,
  top: number,
  bottom: number,
  small: number,
  wide: number,
  cloth: string,
): string => {
  const data = lathe(400, [
    [top, small],
    [(top + bottom) / 2, (small + wide) / 2],
    [bottom, wide],
  ]);
  return [
    fill(data, mix(cloth, warm, 0.35)),
    fill(data, pen.url("round")),
    oval(400, top, small, small * tilt(top), lighten(cloth, 0.6)),
    oval(400, (top + bottom * 2) / 3, wide * 0.8, (bottom - top) * 0.5, pen.url("glow")),
    line(
      d`M${400 - wide} ${bottom}A${wide} ${wide * tilt(bottom)} 0 0 0 ${400 + wide} ${bottom}`,
      shade(cloth, 0.25),
      5,
      'opacity="0.55"',
    ),
  ].join("");
};

const tableLamp = (pen: Pen) =>
  [
    halo(pen, 400, 290, 300),
    pen.ground(400, 654, 110),
    pen.turned(
      400,
      [
        [392, 14],
        [440, 20],
        [486, 84],
        [560, 116],
        [620, 98],
        [654, 72],
      ],
      pen.hue(1),
    ),
    gleam(318, 524, 70, 12),
    fill(hoop(400, [376, 9], [408, 10]), "#b79a5f"),
    litShade(pen, 160, 384, 122, 194, pen.hue(0)),
  ].join("");

const mushroomLamp = (pen: Pen) => {
  const dome = lathe(400, [
    [214, 40],
    [236, 130],
    [290, 200],
    [366, 224],
  ]);
  return [
    halo(pen, 400, 340, 310),
    pen.ground(400, 654, 124),
    pen.turned(
      400,
      [
        [366, 52],
        [480, 48],
        [580, 74],
        [654, 118],
      ],
      pen.hue(1),
    ),
    fill(dome, mix(pen.hue(0), warm, 0.16)),
    fill(dome, pen.url("ball")),
    oval(400, 366, 224, 38, mix(pen.hue(0), warm, 0.72)),
    oval(400, 372, 150, 22, "#fffbe8"),
    fill(
      lathe(400, [
        [372, 50],
        [400, 49],
        [430, 48],
      ]),
      lighten(pen.hue(1), 0.3),
    ),
    gleam(264, 262, 60, 18),
  ].join("");
};

const pendant = (pen: Pen) => {
  const [paint, inner] = [pen.hue(0), pen.hue(1)];
  return [
    line("M400 0V176", shade(paint, 0.5), 7),
    halo(pen, 400, 470, 290),
    fill("M206 452L60 800H740L594 452z", warm, 'opacity="0.22"'),
    pen.turned(
      400,
      [
        [168, 24],
        [190, 30],
        [214, 32],
      ],
      "#b8975a",
    ),
    pen.turned(
      400,
      [
        [212, 34],
        [240, 96],
        [310, 170],
        [400, 204],
        [452, 210],
      ],
      paint,
    ),
    oval(400, 452, 210, 38, mix(inner, warm, 0.5)),
    pen.form(ovalPath(400, 456, 46, 30), "#fffbe6", "soft"),
    line(d`M190 452A210 38 0 0 0 610 452`, lighten(paint, 0.3), 6),
    gleam(262, 300, 100, 18),
  ].join("");
};

const paperLantern = (pen: Pen) => {
  const globe = lathe(400, [
    [196, 60],
    [240, 160],
    [340, 226],
    [450, 200],
    [540, 118],
    [566, 60],
  ]);
  const ribs = [232, 274, 320, 368, 416, 462, 504, 538].map((y) => {
    const r = 228 * Math.sqrt(Math.max(0, 1 - ((y - 372) / 205) ** 2)) + 16;
    return d`M${400 - r} ${y}A${r} ${r * 0.13} 0 0 0 ${400 + r} ${y}`;
  });
  return [
    line("M400 0V190", shade(pen.hue(1), 0.3), 6),
    halo(pen, 400, 380, 330),
    fill(globe, mix(pen.hue(0), warm, 0.5)),
    fill(globe, pen.url("ball")),
    oval(400, 390, 190, 180, pen.url("glow")),
    pen.clip(globe, line(ribs.join(""), shade(pen.hue(0), 0.25), 3, 'opacity="0.5"')),
    pen.turned(
      400,
      [
        [186, 50],
        [196, 60],
        [206, 62],
      ],
      pen.hue(1),
    ),
    pen.turned(
      400,
      [
        [556, 62],
        [566, 60],
        [580, 52],
      ],
      pen.hue(1),
    ),
    line("M400 586V660", pen.hue(1), 6),
    pen.form(ovalPath(400, 668, 12, 14), pen.hue(1), "ball"),
  ].join("");
};

const floorLamp = (pen: Pen) =>
  [
    halo(pen, 400, 250, 260),
    pen.ground(400, 690, 96, 0.5),
    tube("M400 330L300 690", pen.hue(1), 15),
    tube("M400 330L500 690", pen.hue(1), 15),
    tube("M400 330L412 664", shade(pen.hue(1), 0.2), 14),
    fill("M352 506L450 506L452 514L350 514z", shade(pen.hue(1), 0.3)),
    litShade(pen, 134, 326, 110, 158, pen.hue(0)),
  ].join("");

const deskLamp = (pen: Pen) => {
  const [paint, metal] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(300, 652, 120),
    fill("M470 300L300 560L560 660L640 400z", warm, 'opacity="0.32"'),
    pen.turned(
      300,
      [
        [626, 112],
        [640, 116],
        [652, 114],
      ],
      paint,
    ),
    oval(300, 626, 112, 24, lighten(paint, 0.24)),
    tube("M300 622L214 412", metal, 15),
    tube("M214 412L452 232", metal, 15),
    pen.form(ovalPath(214, 412, 22, 22), paint, "ball"),
    move(
      "translate(468 250) rotate(-32)",
      oval(0, 128, 116, 30, "#fff6d6"),
      pen.form(
        "M-30 -40C-28 -52 28 -52 30 -40C40 10 110 60 116 128C70 152 -70 152 -116 128" +
          "C-110 60 -40 10 -30 -40z",
        paint,
        "round",
      ),
      fill("M-116 128C-70 106 70 106 116 128C70 152 -70 152 -116 128z", "#fff3cc"),
    ),
    pen.form(ovalPath(452, 226, 20, 20), metal, "ball"),
  ].join("");
};

export const lighting: Drawings = {
  "table-lamp": onTable(tableLamp),
  "mushroom-lamp": onTable(mushroomLamp),
  pendant: onWall(pendant),
  "paper-lantern": onWall(paperLantern),
  "floor-lamp": onTable(floorLamp),
  "desk-lamp": onTable(deskLamp),
};
