/** Soap, bottles, brushes and jars for the bathroom shelf. */
import { emblem } from "./pantry.ts";
import { type Drawings, gleam, onTable, onWall, type Pen, specks, tube } from "./pen.ts";
import {
  blob,
  boxPath,
  d,
  fill,
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

const bar = (
  pen: Pen,
  x: number,
  base: number,
  w: number,
  colour: string,
  seed: string,
): string => {
  const front = boxPath(x, base - 100, w, 100, 16);
  return [
    fill(
      d`M${x + 6} ${base - 92}L${x + 34} ${base - 132}H${x + w - 34}L${x + w - 6} ${base - 92}z`,
      lighten(colour, 0.34),
    ),
    pen.form(front, colour),
    pen.clip(front, specks([x, base - 110, w, 110], 22, seed, 4)),
    line(
      d`M${x + 24} ${base - 50}q40 -20 ${w / 2 - 20} 0t${w / 2 - 28} 0`,
      seed,
      5,
      'opacity="0.35"',
    ),
  ].join("");
};

const soap = (pen: Pen) => {
  const [first, second] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 654, 220),
    pen.turned(
      400,
      [
        [604, 232],
        [626, 214],
        [650, 170],
      ],
      "#d9cbb4",
    ),
    oval(400, 604, 232, 48, "#efe5d3"),
    oval(400, 606, 210, 40, "#d3c4ab"),
    bar(pen, 240, 604, 240, first, shade(first, 0.5)),
    move("rotate(-9 470 500)", bar(pen, 330, 520, 220, second, shade(second, 0.45))),
    [
      [590, 560, 26],
      [628, 590, 16],
      [566, 520, 13],
      [214, 560, 15],
    ]
      .map(
        ([x = 0, y = 0, r = 0]) =>
          oval(x, y, r, r, "#ffffff", 'opacity="0.35"') +
          line(ovalPath(x, y, r, r), "#ffffff", 2, 'opacity="0.8"') +
          oval(x - r * 0.3, y - r * 0.3, r * 0.25, r * 0.2, "#ffffff"),
      )
      .join(""),
  ].join("");
};

const pump = (kind: number) => (pen: Pen) => {
  const [glass, label] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [330, 50],
    [356, 84],
    [390, 112],
    [440, 116],
    [620, 116],
    [654, 108],
  ]);
  return [
    pen.ground(400, 654, 118),
    pen.turned(
      400,
      [
        [226, 12],
        [260, 12],
        [290, 12],
      ],
      "#4b4642",
    ),
    pen.form(
      "M290 206Q300 190 330 190H430Q446 190 446 206V226H330Q312 226 306 244L292 240Q286 " +
        "222 290 206z",
      "#4b4642",
    ),
    pen.turned(
      400,
      [
        [280, 50],
        [304, 52],
        [332, 52],
      ],
      "#4b4642",
    ),
    oval(400, 280, 50, 7, "#6d6762"),
    fill(body, glass),
    fill(body, pen.url("round")),
    pen.clip(
      body,
      fill(boxPath(250, 436, 300, 156), lighten(label, 0.14)),
      emblem(400, 506, 92, shade(glass, 0.2), kind),
      fill(boxPath(284, 436, 232, 156), pen.url("round")),
    ),
    gleam(318, 400, 220, 12),
  ].join("");
};

const creamJar = (pen: Pen) => {
  const [cream, lid] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(360, 654, 168),
    pen.turned(
      360,
      [
        [496, 168],
        [520, 174],
        [620, 172],
        [652, 158],
      ],
      lighten(cream, 0.1),
    ),
    oval(360, 496, 168, 32, lighten(cream, 0.5)),
    oval(360, 497, 148, 26, lighten(cream, 0.28)),
    fill(
      blob(
        [250, 494],
        [300, 482],
        [340, 466],
        [372, 450],
        [392, 462],
        [430, 480],
        [470, 494],
        [440, 510],
        [360, 518],
        [280, 510],
      ),
      lighten(cream, 0.62),
    ),
    line("M300 494C340 470 380 474 400 490", shade(cream, 0.2), 5, 'opacity="0.3"'),
    emblem(360, 576, 76, shade(cream, 0.5), 1),
    gleam(226, 530, 76, 12),
    pen.ground(590, 660, 90),
    move(
      "translate(574 540) rotate(14)",
      pen.form(ovalPath(0, 0, 118, 120), shade(lid, 0.3)),
      pen.form(ovalPath(-10, 0, 116, 120), lid),
      line(ovalPath(-12, 0, 96, 100), lighten(lid, 0.4), 4, 'opacity="0.6"'),
    ),
  ].join("");
};

const brush = (pen: Pen) => {
  const [wood, bristle] = [pen.hue(0), pen.hue(1)];
  const head = ovalPath(0, -130, 96, 140);
  const tufts = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 6 }, (_, column) =>
      ovalPath(-62 + column * 25 + (row % 2) * 6, -236 + row * 27, 10, 9),
    ).join(""),
  ).join("");
  return move(
    "translate(340 440) rotate(32)",
    pen.cast(head + boxPath(-24, -10, 48, 300, 24)),
    pen.form(boxPath(-24, -20, 48, 310, 24), wood, "round"),
    oval(0, 260, 9, 12, shade(wood, 0.6)),
    tube("M0 262C30 300 60 300 40 340C20 350 -10 320 0 262", "#a98a62", 6),
    pen.form(head, wood),
    line(ovalPath(0, -130, 84, 128), lighten(wood, 0.3), 3, 'opacity="0.6"'),
    pen.clip(
      ovalPath(0, -130, 80, 122),
      fill(tufts, shade(bristle, 0.35), 'transform="translate(5 7)"'),
      fill(tufts, bristle),
      fill(tufts, lighten(bristle, 0.4), 'transform="translate(-2 -3) scale(0.99)" opacity="0.4"'),
    ),
  );
};

const salts = (pen: Pen) => {
  const [salt, cork] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [320, 84],
    [350, 104],
    [400, 124],
    [480, 128],
    [620, 126],
    [652, 114],
  ]);
  const filling = lathe(400, [
    [400, 121],
    [480, 125],
    [620, 123],
    [646, 112],
  ]);
  return [
    pen.ground(400, 652, 124),
    fill(body, "#dfe6e2", 'opacity="0.5"'),
    fill(filling, salt),
    pen.clip(
      filling,
      specks([270, 390, 260, 260], 44, "#ffffff", 5),
      specks([272, 390, 258, 260], 18, shade(salt, 0.5), 4),
    ),
    oval(400, 400, 121, 19, lighten(salt, 0.4)),
    fill(body, pen.url("round")),
    line(body, "#97a39d", 3, 'opacity="0.5"'),
    pen.turned(
      400,
      [
        [262, 88],
        [290, 84],
        [322, 78],
      ],
      cork,
    ),
    oval(400, 262, 88, 88 * tilt(262), lighten(cork, 0.3)),
    tube("M318 340C360 354 440 354 482 340", "#b49266", 7),
    pen.form(boxPath(432, 348, 76, 104, 6), "#f4ead6"),
    emblem(470, 390, 48, shade(salt, 0.4), 2),
    gleam(312, 400, 190, 13),
  ].join("");
};

const robe = (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const body =
    "M336 160L242 200C250 320 268 380 262 470C254 560 246 640 240 700H560C554 640 546 " +
    "560 538 470C532 380 550 320 558 200L464 160L400 300z";
  const sleeves =
    "M244 198C196 240 172 370 158 500L252 520L290 320zM556 198C604 240 628 370 642 500" +
    "L548 520L510 320z";
  return [
    oval(400, 96, 18, 18, "#b98d5a"),
    tube("M400 98C390 120 388 140 386 158", "#b98d5a", 8),
    pen.cast(body + sleeves),
    pen.form(sleeves, shade(cloth, 0.08)),
    fill("M160 478L158 504L252 524L256 496zM640 478L642 504L548 524L544 496z", trim),
    pen.form(body, cloth),
    fill("M344 160C370 150 430 150 456 160L400 300z", shade(cloth, 0.4)),
    pen.form(
      "M336 156L300 176C330 300 380 380 404 440L430 430L400 300zM464 156L500 176C470 300 " +
        "430 380 396 440L384 420z",
      mix(cloth, trim, 0.35),
    ),
    line("M408 470C402 560 404 630 404 700", shade(cloth, 0.35), 4),
    pen.form("M260 424H540L540 462H258z", trim, "drape"),
    tube("M392 446C380 500 370 540 374 600M402 446C420 490 424 530 420 580", trim, 16),
    pen.form(boxPath(286, 510, 76, 84, 6), shade(cloth, 0.07)),
    line(
      "M310 600C300 640 302 670 298 696M500 500C506 580 502 640 506 696",
      shade(cloth, 0.4),
      10,
      'opacity="0.13"',
    ),
  ].join("");
};

export const bath: Drawings = {
  soap: onTable(soap),
  "pump-bottle": onTable(pump(1)),
  "pump-bottle-wave": onTable(pump(2)),
  "cream-jar": onTable(creamJar),
  "body-brush": onWall(brush),
  "bath-salts": onTable(salts),
  robe: onWall(robe),
};
