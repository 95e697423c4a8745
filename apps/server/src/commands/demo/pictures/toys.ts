/** Wooden and soft toys. */
import { grain } from "./kitchen.ts";
import { type Drawings, onTable, type Pen, tube } from "./pen.ts";
import {
  blob,
  boxPath,
  fill,
  lighten,
  line,
  mix,
  move,
  oval,
  ovalPath,
  polygon,
  shade,
  stitch,
  tilt,
} from "./svg.ts";

export const beech = "#dcb784";

const cube = (pen: Pen, x: number, base: number, size: number, colour: string): string => {
  const lift = size * 0.2;
  const back = size * 0.1;
  return [
    fill(
      polygon(
        [x, base - size],
        [x + back, base - size - lift],
        [x + size - back, base - size - lift],
        [x + size, base - size],
      ),
      lighten(colour, 0.36),
    ),
    pen.form(boxPath(x, base - size, size, size, 4), colour),
    line(
      boxPath(x + size * 0.14, base - size * 0.86, size * 0.72, size * 0.72, 4),
      lighten(colour, 0.45),
      4,
      'opacity="0.5"',
    ),
  ].join("");
};

const blocks = (pen: Pen) => {
  const [a, b] = [pen.hue(0), pen.hue(1)];
  const arch = "M276 372H524V432H456C456 350 344 350 344 432H276z";
  return [
    pen.ground(400, 654, 220),
    cube(pen, 226, 652, 150, a),
    cube(pen, 420, 652, 150, beech),
    fill("M232 486H568L560 462H240z", lighten(mix(a, b, 0.5), 0.3)),
    pen.form(boxPath(228, 484, 344, 30, 4), mix(a, b, 0.5)),
    fill("M276 424L290 408H510L524 424z", lighten(b, 0.3)),
    move("translate(0 54)", pen.form(arch, b)),
    pen.form("M400 282L484 420H316z", a),
    fill("M400 282L484 420H430z", shade(a, 0.2)),
    pen.turned(
      640,
      [
        [568, 40],
        [610, 40],
        [654, 40],
      ],
      b,
    ),
    oval(640, 568, 40, 40 * tilt(568), lighten(b, 0.35)),
  ].join("");
};

const car = (pen: Pen) => {
  const [paint, wood] = [pen.hue(0), pen.hue(1)];
  const body =
    "M150 560C150 500 170 478 230 470L290 392C304 374 320 366 346 366H470C500 366 516 " +
    "376 532 394L590 466C640 474 660 496 660 548V580Q660 596 642 596H168Q150 596 150 580z";
  const wheel = (x: number) =>
    [
      pen.form(ovalPath(x, 596, 62, 62), shade(wood, 0.32), "ball"),
      pen.form(ovalPath(x, 596, 46, 46), wood),
      line(ovalPath(x, 596, 30, 30), shade(wood, 0.3), 3, 'opacity="0.5"'),
      oval(x, 596, 13, 13, shade(wood, 0.5)),
    ].join("");
  return [
    pen.ground(400, 654, 270),
    pen.form(body, paint),
    grain(pen, body, paint, 366, 230),
    fill("M314 396H400V464H266z", "#f3ead8"),
    fill("M422 396H474C488 396 498 400 506 410L550 464H422z", "#f3ead8"),
    fill("M314 396H360L300 464H266zM440 396H470L440 440V396z", "#ffffff", 'opacity="0.6"'),
    line("M176 540H636", lighten(paint, 0.4), 8, 'opacity="0.5"'),
    oval(646, 520, 13, 18, "#f4d88a"),
    wheel(268),
    wheel(540),
  ].join("");
};

const bear = (pen: Pen) => {
  const [fur, accent] = [pen.hue(0), pen.hue(1)];
  const soft = (cx: number, cy: number, rx: number, ry: number, colour = fur) =>
    pen.form(ovalPath(cx, cy, rx, ry), colour, "ball");
  return [
    pen.ground(400, 656, 180),
    soft(290, 216, 50, 50),
    soft(510, 216, 50, 50),
    soft(292, 220, 26, 26, lighten(fur, 0.4)),
    soft(508, 220, 26, 26, lighten(fur, 0.4)),
    move("rotate(24 270 460)", soft(262, 470, 48, 104)),
    move("rotate(-24 530 460)", soft(538, 470, 48, 104)),
    soft(400, 510, 140, 150),
    soft(400, 530, 84, 96, lighten(fur, 0.3)),
    soft(286, 618, 74, 58),
    soft(514, 618, 74, 58),
    soft(276, 624, 38, 34, lighten(fur, 0.36)),
    soft(524, 624, 38, 34, lighten(fur, 0.36)),
    soft(400, 290, 140, 122),
    soft(400, 326, 60, 48, lighten(fur, 0.42)),
    fill("M374 306Q400 292 426 306Q420 332 400 334Q380 332 374 306z", "#4a332a"),
    line("M400 334V350M378 356Q390 364 400 350Q410 364 422 356", "#4a332a", 5),
    oval(344, 280, 12, 13, "#33241d"),
    oval(456, 280, 12, 13, "#33241d"),
    oval(340, 275, 4, 4, "#ffffff"),
    oval(452, 275, 4, 4, "#ffffff"),
    pen.form("M292 398C340 430 460 430 508 398L512 426C460 456 340 456 288 426z", accent, "drape"),
    pen.form("M420 430L470 540L434 548L392 440z", shade(accent, 0.1), "drape"),
    stitch("M400 446V600", shade(fur, 0.4)),
  ].join("");
};

const rings = (pen: Pen) => {
  const [a, b] = [pen.hue(0), pen.hue(1)];
  const ring = (y: number, r: number, colour: string) =>
    pen.form(boxPath(400 - r, y, r * 2, 62, 31), colour, "round") +
    fill(boxPath(400 - r + 20, y + 10, r, 10, 5), "#ffffff", 'opacity="0.22"');
  return [
    pen.ground(400, 654, 190),
    pen.turned(
      400,
      [
        [620, 196],
        [636, 198],
        [652, 190],
      ],
      beech,
    ),
    oval(400, 620, 196, 40, lighten(beech, 0.3)),
    pen.turned(
      400,
      [
        [200, 18],
        [420, 20],
        [620, 20],
      ],
      beech,
    ),
    ring(566, 172, a),
    ring(506, 148, mix(a, b, 0.35)),
    ring(446, 124, mix(a, b, 0.7)),
    ring(386, 102, b),
    ring(326, 80, lighten(a, 0.4)),
    pen.form(ovalPath(400, 270, 52, 52), shade(a, 0.12), "ball"),
  ].join("");
};

const bird = (pen: Pen) => {
  const [paint, wing] = [pen.hue(0), pen.hue(1)];
  const body = blob(
    [212, 430],
    [250, 360],
    [340, 320],
    [440, 330],
    [560, 400],
    [680, 392],
    [610, 470],
    [520, 540],
    [390, 566],
    [270, 530],
  );
  return [
    pen.ground(400, 656, 170),
    tube("M360 556V630M430 556V630", shade(beech, 0.2), 10),
    pen.turned(
      400,
      [
        [622, 150],
        [638, 152],
        [654, 146],
      ],
      beech,
    ),
    oval(400, 622, 150, 31, lighten(beech, 0.3)),
    fill(body, paint),
    fill(body, pen.url("ball")),
    grain(pen, body, paint, 320, 250),
    fill("M222 398L168 420L216 442z", shade(beech, 0.3)),
    pen.form(
      blob([340, 430], [430, 390], [540, 420], [606, 452], [520, 500], [410, 510]),
      wing,
      "soft",
    ),
    line(
      "M420 470C470 480 520 470 560 454M410 444C470 452 520 446 570 444",
      lighten(wing, 0.4),
      4,
      'opacity="0.6"',
    ),
    oval(272, 396, 13, 13, "#2f241d"),
    oval(268, 392, 4, 4, "#ffffff"),
  ].join("");
};

export const toys: Drawings = {
  blocks: onTable(blocks),
  "toy-car": onTable(car),
  bear: onTable(bear),
  rings: onTable(rings),
  bird: onTable(bird),
};
