/** Things to cook and prepare with: pans, pots, knives, boards and mills. */
import { type Drawings, gleam, mouth, onTable, onWall, type Pen, specks, tube } from "./pen.ts";
import {
  boxPath,
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

/** Wood grain: long lines that bow a little, clipped to the piece. */
export function grain(pen: Pen, data: string, colour: string, y: number, height: number): string {
  const rows = Array.from({ length: 7 }, (_, index) => {
    const at = y + (height * (index + 0.5)) / 7;
    const bow = index % 2 === 0 ? 10 : -8;
    return d`M-400 ${at}C0 ${at + bow} 400 ${at - bow} 800 ${at + bow * 0.6}`;
  });
  return pen.clip(data, line(rows.join(""), shade(colour, 0.4), 2.4, 'opacity="0.32"'));
}

const skillet = (pen: Pen) => {
  const [iron, wood] = [pen.hue(0), pen.hue(1)];
  const handle = boxPath(-22, 200, 44, 270, 22);
  return [
    pen.cast(ovalPath(350, 350, 214, 214), 18, 26),
    move("translate(350 350) rotate(-45)", pen.cast(handle, 4, 26)),
    move(
      "translate(350 350) rotate(-45)",
      pen.form(boxPath(-26, 190, 52, 80, 12), shade(iron, 0.2)),
      pen.form(handle, wood),
      oval(0, 444, 9, 12, shade(wood, 0.6)),
    ),
    pen.form(ovalPath(350, 350, 214, 214), iron),
    pen.form(ovalPath(350, 350, 190, 190), shade(iron, 0.32)),
    fill(ovalPath(350, 352, 170, 170), mix(iron, "#20160f", 0.22)),
    line(ovalPath(350, 350, 202, 202), lighten(iron, 0.4), 4, 'opacity="0.7"'),
    line("M238 290A132 132 0 0 1 330 222", lighten(iron, 0.55), 12, 'opacity="0.3"'),
  ].join("");
};

const casserole = (pen: Pen) => {
  const [enamel, brass] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [430, 214],
    [500, 214],
    [610, 206],
    [650, 178],
  ]);
  return [
    pen.ground(400, 650, 204),
    tube("M194 470C130 462 130 528 198 520", enamel, 30),
    tube("M606 470C670 462 670 528 602 520", enamel, 30),
    fill(body, enamel),
    fill(body, pen.url("round")),
    line(d`M190 446A214 ${214 * tilt(446)} 0 0 0 610 446`, shade(enamel, 0.35), 5, 'opacity="0.5"'),
    pen.turned(
      400,
      [
        [344, 44],
        [360, 120],
        [396, 196],
        [430, 222],
      ],
      lighten(enamel, 0.06),
    ),
    line("M262 392C320 358 430 352 500 366", lighten(enamel, 0.5), 7, 'opacity="0.45"'),
    pen.turned(
      400,
      [
        [296, 40],
        [312, 42],
        [326, 22],
        [348, 24],
      ],
      brass,
    ),
    oval(400, 296, 40, 6, lighten(brass, 0.35)),
    gleam(226, 470, 110, 18),
  ].join("");
};

const board = (round: boolean) => (pen: Pen) => {
  const wood = pen.hue(0);
  const data = round ? ovalPath(400, 440, 232, 232) : boxPath(196, 250, 408, 420, 34);
  const neck = "M352 268C362 200 352 190 352 150C352 104 448 104 448 150C448 190 438 200 448 268z";
  return [
    pen.cast(data + neck, 18, 26),
    fill(neck + data, shade(wood, 0.3), 'transform="translate(5 7)"'),
    fill(neck, wood),
    fill(data, wood),
    fill(data, pen.url("soft")),
    grain(pen, data + neck, wood, 130, 560),
    round ? "" : pen.clip(data, fill(boxPath(500, 200, 46, 500), pen.hue(1), 'opacity="0.8"')),
    oval(400, 156, 17, 17, shade(wood, 0.62)),
    line(d`M388 148a17 17 0 0 1 24 0`, shade(wood, 0.8), 3),
    tube("M400 146C372 96 424 80 400 30", "#8a6a48", 8),
  ].join("");
};

const knife = (pen: Pen) => {
  const [handle, wood] = [pen.hue(0), pen.hue(1)];
  const plank = boxPath(120, 250, 560, 300, 30);
  const blade = "M-290 -4C-210 -58 -40 -62 70 -62L70 34L-40 34C-150 32 -250 24 -290 -4z";
  const grip = "M64 -58C150 -60 250 -66 282 -40C300 -18 284 12 262 14C190 18 120 20 64 14z";
  return [
    pen.cast(plank, 16, 24),
    fill(plank, shade(wood, 0.34), 'transform="translate(0 12)"'),
    pen.form(plank, wood),
    grain(pen, plank, wood, 250, 300),
    move(
      "translate(406 410) rotate(-24)",
      fill(blade, "#20160f", 'opacity="0.24" transform="translate(10 16)"'),
      pen.form(blade, "#cfd3d4"),
      fill(
        "M-290 -4C-210 14 -120 6 70 0L70 34L-40 34C-150 32 -250 24 -290 -4z",
        "#eef0ef",
        'opacity="0.85"',
      ),
      pen.form(grip, handle, "drape"),
      fill(boxPath(60, -63, 22, 98, 4), "#b9a271"),
      [118, 178, 238].map((x) => oval(x, -22, 7, 7, "#c9b27e")).join(""),
    ),
  ].join("");
};

const mill = (pen: Pen) => {
  const [wood, accent] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 654, 92),
    pen.turned(
      400,
      [
        [270, 66],
        [330, 58],
        [420, 62],
        [520, 84],
        [610, 92],
        [654, 92],
      ],
      wood,
    ),
    fill(hoop(400, [612, 93], [632, 93]), accent),
    pen.turned(
      400,
      [
        [252, 54],
        [262, 62],
        [272, 60],
      ],
      accent,
    ),
    pen.turned(
      400,
      [
        [160, 40],
        [196, 66],
        [236, 62],
        [254, 46],
      ],
      wood,
    ),
    oval(400, 160, 40, 5, lighten(wood, 0.3)),
    pen.form(ovalPath(400, 142, 19, 19), accent, "ball"),
    gleam(352, 470, 120, 14),
  ].join("");
};

const mortar = (pen: Pen) => {
  const [stone, pestle] = [pen.hue(0), pen.hue(1)];
  const body = lathe(390, [
    [450, 190],
    [520, 184],
    [600, 130],
    [624, 108],
    [652, 122],
  ]);
  return [
    pen.ground(390, 652, 150),
    fill(body, stone),
    pen.clip(body, specks([200, 440, 380, 220], 90, shade(stone, 0.6), 3)),
    fill(body, pen.url("round")),
    mouth(390, 450, 190, lighten(stone, 0.24), shade(stone, 0.4)),
    move(
      "translate(420 452) rotate(38)",
      pen.form(
        "M-28 8C-34 -60 -16 -180 -22 -250C-22 -290 22 -290 22 -250C16 -180 34 -60 28 8" +
          "C16 22 -16 22 -28 8z",
        pestle,
        "round",
      ),
    ),
  ].join("");
};

export const kitchen: Drawings = {
  skillet: onWall(skillet),
  casserole: onTable(casserole),
  board: onWall(board(false)),
  "board-round": onWall(board(true)),
  knife: onWall(knife),
  mill: onTable(mill),
  mortar: onTable(mortar),
};
