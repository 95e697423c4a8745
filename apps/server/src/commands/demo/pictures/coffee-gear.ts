/** Coffee makers and the small tools beside the stove. */
import { grain } from "./kitchen.ts";
import { type Drawings, gleam, mouth, onTable, onWall, type Pen, tube } from "./pen.ts";
import {
  boxPath,
  curve,
  d,
  fill,
  hoop,
  lathe,
  lighten,
  line,
  move,
  oval,
  ovalPath,
  shade,
  tilt,
} from "./svg.ts";

const utensils = (pen: Pen) => {
  const [glaze, wood] = [pen.hue(0), pen.hue(1)];
  const spoon = (angle: number, head: string, tone: string) =>
    move(
      d`translate(400 470) rotate(${angle})`,
      pen.form(boxPath(-10, -210, 20, 260, 8), tone),
      pen.form(head, tone, "ball"),
    );
  return [
    pen.ground(400, 652, 140),
    spoon(-19, ovalPath(0, -246, 44, 66), wood),
    spoon(-4, "M-40 -330h80l-8 140q-32 20 -64 0z", shade(wood, 0.24)),
    spoon(9, ovalPath(0, -236, 40, 58) + ovalPath(0, -236, 14, 24), lighten(wood, 0.2)),
    spoon(23, ovalPath(0, -222, 50, 58), shade(wood, 0.1)),
    pen.turned(
      400,
      [
        [420, 136],
        [520, 140],
        [652, 124],
      ],
      glaze,
    ),
    fill(hoop(400, [470, 139], [490, 140]), shade(glaze, 0.3), 'opacity="0.5"'),
    line(d`M264 420A136 ${136 * tilt(420)} 0 0 0 536 420`, lighten(glaze, 0.35), 9),
    gleam(300, 500, 100, 14),
  ].join("");
};

const dripper = (pen: Pen) => {
  const [glaze, accent] = [pen.hue(0), pen.hue(1)];
  const jug = lathe(390, [
    [396, 78],
    [440, 96],
    [540, 146],
    [620, 146],
    [654, 122],
  ]);
  return [
    pen.ground(390, 654, 140),
    tube("M486 452C590 440 600 590 530 604", accent, 24),
    fill(jug, "#cfd8d4", 'opacity="0.5"'),
    fill(
      lathe(390, [
        [546, 142],
        [610, 142],
        [646, 116],
      ]),
      "#4a2a18",
      'opacity="0.92"',
    ),
    oval(390, 546, 142, 27, "#7a4a2b"),
    line(jug, "#8f9c97", 3, 'opacity="0.6"'),
    fill(boxPath(286, 380, 208, 20, 10), shade(glaze, 0.22)),
    tube("M508 300C580 296 566 366 466 358", glaze, 22),
    pen.turned(
      390,
      [
        [240, 140],
        [300, 112],
        [366, 66],
        [388, 62],
      ],
      glaze,
    ),
    pen.turned(
      390,
      [
        [212, 126],
        [232, 132],
        [244, 128],
      ],
      "#f6efe2",
    ),
    mouth(390, 212, 126, "#fffaf0", "#6b4128"),
    gleam(290, 272, 66, 10),
    fill("M268 560q-8 40 8 66q10 -2 10 -12q-10 -28 -6 -54z", "#ffffff", 'opacity="0.5"'),
  ].join("");
};

const rollingPin = (pen: Pen) => {
  const [wood, accent] = [pen.hue(0), pen.hue(1)];
  const whisk = [-46, -24, 0, 24, 46].map(
    (w) => d`M-6 0C${w * 1.7} -70 ${w * 1.7} -190 0 -220C${-w * 0.2} -190 ${-w * 0.2} -70 6 0`,
  );
  return move(
    "translate(400 400) rotate(-38)",
    pen.cast(boxPath(-250, -130, 500, 100, 44), 0, 30),
    pen.form(boxPath(-330, -100, 660, 40, 20), shade(accent, 0.05), "drape"),
    pen.form(boxPath(-240, -132, 480, 104, 42), wood, "drape"),
    grain(pen, boxPath(-240, -132, 480, 104, 42), wood, -130, 100),
    move(
      "translate(60 120) rotate(84)",
      line(whisk.join(""), "#20160f", 6, 'opacity="0.14" transform="translate(14 -12)"'),
      line(whisk.join(""), "#aeb4b4", 6),
      line(whisk.join(""), "#eef1f0", 2),
      pen.form(boxPath(-16, -8, 32, 210, 15), accent, "round"),
    ),
  );
};

const moka = (pen: Pen) => {
  const [metal, grip] = [pen.hue(0), pen.hue(1)];
  const facet = (data: string, tone: string) => fill(data, tone);
  return [
    pen.ground(390, 654, 126),
    tube("M500 300C590 296 590 330 582 470", grip, 30),
    facet("M292 450L264 640C300 664 480 664 516 640L488 450z", metal),
    facet("M292 450L264 640C290 656 330 658 352 658L346 450z", lighten(metal, 0.3)),
    facet("M434 450L440 658C470 656 500 650 516 640L488 450z", shade(metal, 0.25)),
    fill(boxPath(282, 424, 216, 30, 8), shade(metal, 0.2)),
    facet("M276 252L298 424H482L504 252C440 236 340 236 276 252z", metal),
    facet("M276 252L298 424H348L340 242C316 244 292 246 276 252z", lighten(metal, 0.32)),
    facet("M504 252L482 424H432L440 242C464 244 488 246 504 252z", shade(metal, 0.22)),
    facet("M276 252L236 232L284 300z", lighten(metal, 0.12)),
    facet(
      "M280 248C330 220 360 206 390 200C420 206 450 220 500 248C440 236 340 236 280 248z",
      shade(metal, 0.1),
    ),
    pen.form(ovalPath(390, 184, 22, 24), grip, "ball"),
    oval(318, 600, 9, 9, shade(metal, 0.4)),
    line(curve([300, 480], [290, 560], [284, 620]), "#ffffff", 5, 'opacity="0.5"'),
  ].join("");
};

export const coffeeGear: Drawings = {
  utensils: onTable(utensils),
  dripper: onTable(dripper),
  "rolling-pin": onWall(rollingPin),
  moka: onTable(moka),
};
