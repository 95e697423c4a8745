/** Bags and what travels in them. */
import { type Drawings, gleam, onTable, onWall, type Pen, tube } from "./pen.ts";
import {
  boxPath,
  d,
  fill,
  hoop,
  lighten,
  line,
  mix,
  move,
  oval,
  ovalPath,
  shade,
  stitch,
  tilt,
} from "./svg.ts";

const brass = "#c39b57";

const tote = (pen: Pen) => {
  const [canvas, strap] = [pen.hue(0), pen.hue(1)];
  const body = "M216 320H584L606 640C606 660 596 664 580 664H220C204 664 194 660 194 640z";
  return [
    pen.ground(400, 660, 202),
    tube("M310 330C300 130 420 110 470 190C490 230 492 280 492 322", shade(strap, 0.25), 20),
    pen.form(body, canvas, "drape"),
    pen.form("M212 320H588L590 352H210z", shade(canvas, 0.08)),
    tube("M300 420V330C290 120 510 120 500 330V420", strap, 22),
    fill(boxPath(286, 400, 28, 60, 3) + boxPath(486, 400, 28, 60, 3), strap),
    stitch("M292 408H308V452H292zM492 408H508V452H492z", lighten(strap, 0.5), 2),
    stitch("M212 346H588", shade(canvas, 0.45)),
    pen.form(boxPath(340, 500, 120, 76, 6), strap),
    stitch(boxPath(347, 507, 106, 62, 4), lighten(strap, 0.5), 2),
    line(
      "M240 380C250 470 240 560 250 640M560 390C548 470 560 560 548 640",
      shade(canvas, 0.4),
      8,
      'opacity="0.15"',
    ),
  ].join("");
};

const backpack = (pen: Pen) => {
  const [canvas, leather] = [pen.hue(0), pen.hue(1)];
  const body =
    "M236 620C224 480 224 360 244 290C258 240 310 222 400 222C490 222 542 240 556 290" +
    "C576 360 576 480 564 620C560 650 548 660 520 660H280C252 660 240 650 236 620z";
  const flap =
    "M240 300C252 240 310 216 400 216C490 216 548 240 560 300C568 360 566 410 560 440" +
    "C470 462 330 462 240 440C234 410 232 360 240 300z";
  return [
    pen.ground(400, 658, 190),
    tube("M364 222C362 160 438 160 436 222", leather, 16),
    tube(
      "M236 330C190 380 190 540 226 600M564 330C610 380 610 540 574 600",
      shade(leather, 0.2),
      18,
    ),
    pen.form(body, canvas),
    pen.form(boxPath(276, 480, 248, 160, 18), lighten(canvas, 0.07)),
    stitch(boxPath(284, 488, 232, 144, 14), lighten(canvas, 0.5)),
    fill(flap, "#20160f", 'opacity="0.2" transform="translate(0 10)"'),
    pen.form(flap, lighten(canvas, 0.05), "drape"),
    stitch("M252 428C340 446 460 446 548 428", lighten(canvas, 0.5)),
    [322, 462]
      .map(
        (x) =>
          fill(boxPath(x - 14, 380, 28, 150, 4), leather) +
          fill(boxPath(x - 14, 380, 10, 150, 4), lighten(leather, 0.2)) +
          line(boxPath(x - 21, 462, 42, 30, 5), brass, 6) +
          line(d`M${x} 468v20`, brass, 4),
      )
      .join(""),
    fill(boxPath(368, 560, 64, 34, 4), leather),
  ].join("");
};

const weekender = (pen: Pen) => {
  const [canvas, leather] = [pen.hue(0), pen.hue(1)];
  const body =
    "M150 620C132 520 136 430 168 376C184 352 214 344 250 344H550C586 344 616 352 632 376" +
    "C664 430 668 520 650 620C646 650 634 656 610 656H190C166 656 154 650 150 620z";
  const corner =
    "M150 620C142 574 140 540 142 510C200 520 236 570 240 656H190C166 656 154 650 150 " +
    "620zM650 620C658 574 660 540 658 510C600 520 564 570 560 656H610C634 656 646 650 650 620z";
  return [
    pen.ground(400, 654, 250),
    tube("M300 380C290 210 510 210 500 380", shade(leather, 0.3), 18),
    pen.form(body, canvas),
    pen.form(corner, leather, "drape"),
    line("M196 356C300 340 500 340 604 356", shade(canvas, 0.5), 9),
    line("M200 354C300 338 500 338 600 354", brass, 4, 'stroke-dasharray="4 4"'),
    fill("M272 372h34v284h-34zM494 372h34v284h-34z", leather),
    stitch("M278 376v276M300 376v276M500 376v276M522 376v276", lighten(leather, 0.5), 2),
    tube("M289 400C282 200 518 200 511 400", leather, 20),
    pen.form(boxPath(350, 232, 100, 34, 16), shade(leather, 0.1), "drape"),
    [
      [289, 412],
      [511, 412],
    ]
      .map(([x = 0, y = 0]) => line(ovalPath(x, y, 13, 13), brass, 6))
      .join(""),
    pen.form(boxPath(366, 470, 68, 90, 8), leather),
    oval(400, 520, 14, 14, mix(leather, brass, 0.7)),
  ].join("");
};

const zipPouch = (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const body = boxPath(170, 300, 460, 260, 34);
  return [
    pen.cast(body),
    pen.form(body, cloth),
    pen.clip(
      body,
      fill("M0 470H800V620H0z", trim, 'opacity="0.9"'),
      fill("M0 470H800V620H0z", pen.url("drape")),
    ),
    line("M196 326H604", shade(cloth, 0.5), 15),
    line("M198 326H602", brass, 7, 'stroke-dasharray="5 5"'),
    stitch("M190 350H610M186 484H614", lighten(cloth, 0.5)),
    fill(boxPath(560, 314, 30, 24, 5), brass),
    tube("M588 330C640 340 650 400 640 440", trim, 12),
    pen.form(boxPath(622, 430, 34, 70, 10), shade(trim, 0.1)),
    pen.form(boxPath(206, 390, 74, 48, 4), mix(trim, "#f5ead6", 0.6)),
    line("M300 380C360 400 440 380 520 400", shade(cloth, 0.4), 8, 'opacity="0.14"'),
  ].join("");
};

const wallet = (pen: Pen) => {
  const [leather, thread] = [pen.hue(0), pen.hue(1)];
  const back = boxPath(200, 250, 400, 270, 22);
  const front = "M186 330H614V540Q614 566 588 566H212Q186 566 186 540z";
  return move(
    "rotate(-7 400 400)",
    pen.cast(boxPath(190, 260, 420, 300, 22)),
    pen.form(back, shade(leather, 0.3)),
    pen.form(boxPath(236, 216, 300, 160, 10), "#e9e1d0"),
    pen.form(boxPath(220, 246, 320, 160, 10), mix(thread, "#f2eadb", 0.3)),
    pen.form(boxPath(230, 284, 340, 140, 10), mix(thread, leather, 0.25)),
    pen.form(front, leather),
    pen.form(
      "M186 330H470C510 330 500 396 540 400H614V540Q614 566 588 566H212Q186 566 186 540z",
      lighten(leather, 0.07),
    ),
    stitch(
      "M200 344H464C500 344 492 410 538 414H600M200 344V540Q200 552 214 552H586Q600 552 " +
        "600 540V414",
      lighten(thread, 0.3),
    ),
    oval(556, 484, 15, 15, brass),
    oval(552, 480, 6, 6, "#f0d9a4"),
  );
};

const suitcase = (pen: Pen) => {
  const [shell, trim] = [pen.hue(0), pen.hue(1)];
  const body = boxPath(244, 230, 312, 410, 40);
  const ridge = [300, 350, 400, 450, 500].map((x) => d`M${x} 250V620`).join("");
  return [
    pen.ground(400, 668, 170),
    line("M340 240V100H460V240", "#8e9393", 14),
    line("M336 240V100H456V240", "#c8cccb", 5),
    pen.form(boxPath(328, 84, 144, 30, 14), shade(trim, 0.3)),
    fill(boxPath(262, 630, 50, 38, 10) + boxPath(488, 630, 50, 38, 10), "#3c3a38"),
    fill(ovalPath(287, 656, 20, 20) + ovalPath(513, 656, 20, 20), "#57534f"),
    pen.form(body, shell),
    pen.clip(
      body,
      line(ridge, shade(shell, 0.35), 7, 'opacity="0.4"'),
      line(ridge, lighten(shell, 0.4), 3, 'opacity="0.6" transform="translate(-6 0)"'),
    ),
    fill("M244 424h312v18h-312z", shade(shell, 0.3)),
    line("M244 433H556", brass, 3, 'stroke-dasharray="5 5"'),
    pen.form(boxPath(366, 254, 68, 22, 10), trim),
    [
      [244, 230, 0],
      [556, 230, 90],
      [556, 640, 180],
      [244, 640, 270],
    ]
      .map(([x = 0, y = 0, a = 0]) =>
        move(d`translate(${x} ${y}) rotate(${a})`, fill("M0 70V40Q0 0 40 0H70Q62 62 0 70z", trim)),
      )
      .join(""),
    tube("M470 266C510 300 516 330 512 356", trim, 8),
    pen.form(boxPath(486, 350, 56, 84, 8), trim),
    fill(boxPath(498, 368, 32, 46, 4), "#f5ecdc"),
  ].join("");
};

const flask = (pen: Pen) => {
  const [paint, cap] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 656, 94),
    pen.turned(
      400,
      [
        [276, 54],
        [300, 60],
        [340, 88],
        [400, 92],
        [640, 92],
        [656, 84],
      ],
      paint,
    ),
    fill(hoop(400, [622, 92], [638, 92]), "#c9cccb"),
    fill(hoop(400, [622, 92], [638, 92]), pen.url("round")),
    pen.turned(
      400,
      [
        [190, 60],
        [230, 62],
        [272, 60],
      ],
      cap,
    ),
    oval(400, 190, 60, 60 * tilt(190), lighten(cap, 0.25)),
    line("M342 256A60 8 0 0 0 458 256", shade(cap, 0.35), 3),
    tube("M352 196C352 130 448 130 448 196", shade(cap, 0.1), 13),
    fill("M380 480q20 -26 40 0q-20 40 -40 0z", lighten(paint, 0.5), 'opacity="0.7"'),
    gleam(338, 380, 200, 12),
  ].join("");
};

const umbrella = (pen: Pen) => {
  const [cloth, wood] = [pen.hue(0), pen.hue(1)];
  const canopy =
    "M130 430C150 250 270 160 400 160C530 160 650 250 670 430C640 404 600 404 580 430" +
    "C552 398 504 398 486 430C462 396 338 396 314 430C296 398 248 398 220 430C200 404 " +
    "160 404 130 430z";
  return [
    pen.cast(canopy, 20, 30),
    tube("M400 410V620C400 690 312 690 316 626", wood, 20),
    fill(
      "M130 430C160 404 200 404 220 430C248 398 296 398 314 430C338 396 462 396 486 430" +
        "C504 398 552 398 580 430C600 404 640 404 670 430L560 380H240z",
      shade(cloth, 0.45),
    ),
    pen.form(canopy, cloth, "ball"),
    pen.clip(
      canopy,
      fill(
        "M400 150C330 220 306 330 314 450L486 450C494 330 470 220 400 150z",
        lighten(cloth, 0.3),
        'opacity="0.35"',
      ),
    ),
    line(
      "M400 162C330 220 308 330 314 428M400 162C470 220 492 330 486 428M400 162C290 210 " +
        "226 320 220 428M400 162C510 210 574 320 580 428",
      shade(cloth, 0.35),
      4,
      'opacity="0.5"',
    ),
    tube("M400 160V116", wood, 13),
  ].join("");
};

export const bags: Drawings = {
  tote: onTable(tote),
  backpack: onTable(backpack),
  weekender: onTable(weekender),
  "zip-pouch": onWall(zipPouch),
  wallet: onWall(wallet),
  suitcase: onTable(suitcase),
  flask: onTable(flask),
  umbrella: onWall(umbrella),
};
