/** Speakers, headphones, keyboards and other machines small enough for a desk. */
import { grain } from "./kitchen.ts";
import { type Drawings, gleam, onTable, onWall, type Pen, tube } from "./pen.ts";
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
  stitch,
  tilt,
} from "./svg.ts";

const walnut = "#8a5a3a";

const cone = (pen: Pen, x: number, y: number, r: number, tone: string): string =>
  [
    pen.form(ovalPath(x, y, r, r), shade(tone, 0.35)),
    fill(ovalPath(x, y, r * 0.86, r * 0.86), "#2c2a29"),
    pen.form(ovalPath(x, y, r * 0.76, r * 0.76), "#45413e", "ball"),
    line(ovalPath(x, y, r * 0.6, r * 0.6), "#5a5550", 3, 'opacity="0.7"'),
    pen.form(ovalPath(x, y, r * 0.28, r * 0.28), mix(tone, "#d8cbb5", 0.6), "ball"),
  ].join("");

const bookshelfSpeaker = (pen: Pen) => {
  const [wood, face] = [pen.hue(0), pen.hue(1)];
  const box = boxPath(262, 200, 276, 452, 16);
  return [
    pen.ground(400, 652, 160),
    fill("M262 212L290 184H536L538 212z", lighten(wood, 0.25)),
    pen.form(box, wood),
    grain(pen, box, wood, 200, 452),
    pen.form(boxPath(282, 222, 236, 408, 10), face),
    cone(pen, 400, 310, 60, face),
    cone(pen, 400, 490, 100, face),
    oval(400, 606, 6, 6, "#d9a441"),
  ].join("");
};

const portableSpeaker = (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [320, 126],
    [350, 138],
    [480, 142],
    [620, 136],
    [650, 124],
  ]);
  const mesh = Array.from({ length: 22 }, (_, i) => d`M240 ${336 + i * 15}q160 34 320 0`).join("");
  return [
    pen.ground(400, 652, 136),
    fill(body, cloth),
    pen.clip(body, line(mesh, shade(cloth, 0.4), 4, 'stroke-dasharray="3 6" opacity="0.5"')),
    fill(body, pen.url("round")),
    fill(hoop(400, [612, 137], [650, 124]), trim),
    fill(hoop(400, [612, 137], [650, 124]), pen.url("round")),
    oval(400, 320, 126, 126 * tilt(320), lighten(trim, 0.1)),
    oval(400, 318, 96, 96 * tilt(320), shade(trim, 0.18)),
    oval(400, 318, 40, 6, lighten(trim, 0.4)),
    tube("M536 380C610 390 606 500 540 504", walnut, 16),
    fill(boxPath(340, 520, 56, 30, 4), lighten(trim, 0.4)),
    gleam(300, 380, 170, 12),
  ].join("");
};

const headphones = (pen: Pen) => {
  const [shell, pad] = [pen.hue(0), pen.hue(1)];
  const cup = (x: number, flip: number) =>
    move(
      d`translate(${x} 500) scale(${flip} 1)`,
      pen.form(boxPath(-24, -116, 62, 232, 30), shade(pad, 0.12), "round"),
      pen.form(boxPath(-78, -100, 78, 200, 36), shell, "soft"),
      line("M-62 -70V70", lighten(shell, 0.45), 5, 'opacity="0.5"'),
      oval(-40, 0, 22, 52, mix(shell, pad, 0.25)),
      pen.form(boxPath(-58, -176, 16, 110, 8), "#c7c8c4", "round"),
    );
  return [
    pen.cast("M210 500C190 130 610 130 590 500L560 500C560 190 240 190 240 500z", 20, 34),
    line("M228 380C226 130 574 130 572 380", shade(shell, 0.3), 44),
    line("M226 378C224 126 572 126 570 378", shell, 36),
    line("M244 330C260 176 540 176 556 330", pad, 22),
    line("M234 320C250 150 470 130 530 220", lighten(shell, 0.5), 6, 'opacity="0.5"'),
    cup(246, 1),
    cup(554, -1),
  ].join("");
};

interface KeyCap {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly colour: string;
}

const keyCaps = (caps: readonly KeyCap[], colour: string): string => {
  const ours = caps.filter((cap) => cap.colour === colour);
  const feet = ours.map(({ x, y, w }) => boxPath(x, y + 4, w, 40, 8));
  const tops = ours.map(({ x, y, w }) => boxPath(x + 2, y, w - 4, 37, 8));
  return fill(feet.join(""), shade(colour, 0.35)) + fill(tops.join(""), colour);
};

const keyboard = (pen: Pen) => {
  const [body, accent] = [pen.hue(0), pen.hue(1)];
  const plate = boxPath(-320, -130, 640, 260, 26);
  const [plain, edge] = [lighten(body, 0.4), mix(body, accent, 0.4)];
  const grid = [0, 1, 2, 3].flatMap((row) =>
    Array.from({ length: 12 }, (_, column): KeyCap => {
      const special = (row === 0 && column === 0) || (row === 2 && column === 11);
      const side = column === 0 || column === 11;
      const colour = special ? accent : side ? edge : plain;
      return { x: -300 + column * 50.4, y: -112 + row * 46, w: 46, colour };
    }),
  );
  const bottom = [-300, -220, 160, 236].map((x): KeyCap => ({ x, y: 72, w: 66, colour: edge }));
  const caps = [...grid, ...bottom, { x: -140, y: 72, w: 290, colour: accent }];
  return move(
    "translate(400 410) rotate(-12)",
    pen.cast(plate),
    fill(plate, shade(body, 0.4), 'transform="translate(0 12)"'),
    pen.form(plate, body),
    [plain, edge, accent].map((colour) => keyCaps(caps, colour)).join(""),
    fill(plate, pen.url("soft"), 'opacity="0.5"'),
  );
};

const chargingTray = (pen: Pen) => {
  const [wood, felt] = [pen.hue(0), pen.hue(1)];
  const tray = boxPath(-270, -170, 540, 340, 40);
  return move(
    "translate(400 410) rotate(-8)",
    pen.cast(tray),
    fill(tray, shade(wood, 0.4), 'transform="translate(0 10)"'),
    pen.form(tray, wood),
    grain(pen, tray, wood, -170, 340),
    fill(boxPath(-244, -144, 270, 288, 26), shade(felt, 0.3)),
    pen.form(boxPath(-244, -140, 270, 284, 26), felt),
    pen.form(boxPath(-190, -132, 148, 268, 24), "#2e3133"),
    fill(boxPath(-182, -124, 132, 252, 18), "#4b5c66"),
    fill("M-182 -100L-70 -124H-50V-40L-182 90z", "#ffffff", 'opacity="0.1"'),
    pen.form(ovalPath(150, -60, 78, 78), shade(wood, 0.24)),
    pen.form(ovalPath(150, -56, 70, 70), felt),
    pen.form(boxPath(122, -104, 56, 96, 24), "#ece6da"),
    line("M150 -82V-50", "#bdb5a6", 4),
    fill(boxPath(66, 60, 168, 74, 18), shade(wood, 0.34)),
    line("M90 100L200 92", "#c9a35c", 10),
    line(ovalPath(100, 98, 18, 18), "#c9a35c", 8),
  );
};

const radio = (pen: Pen) => {
  const [paint, face] = [pen.hue(0), pen.hue(1)];
  const box = boxPath(160, 330, 480, 320, 44);
  return [
    tube("M560 340L652 130", "#b8bab6", 8),
    oval(652, 128, 9, 9, "#d5d6d2"),
    pen.ground(400, 652, 252),
    tube("M250 336C250 268 550 268 550 336", walnut, 20),
    pen.form(box, paint),
    pen.form(boxPath(190, 362, 250, 256, 22), face),
    fill(
      Array.from({ length: 9 }, (_, r) =>
        Array.from({ length: 9 }, (_, c) => ovalPath(215 + c * 25, 390 + r * 25, 5.5, 5.5)).join(
          "",
        ),
      ).join(""),
      shade(face, 0.55),
      'opacity="0.7"',
    ),
    pen.form(ovalPath(538, 440, 66, 66), lighten(face, 0.3)),
    oval(538, 440, 52, 52, shade(paint, 0.3)),
    pen.form(ovalPath(538, 440, 44, 44), lighten(face, 0.14)),
    line("M538 440L566 408", shade(paint, 0.4), 7),
    [490, 540, 590]
      .map((x) => pen.form(ovalPath(x, 566, 19, 19), lighten(face, 0.2), "ball"))
      .join(""),
    fill(boxPath(222, 644, 60, 14, 6) + boxPath(518, 644, 60, 14, 6), shade(paint, 0.5)),
  ].join("");
};

const turntable = (pen: Pen) => {
  const [wood, label] = [pen.hue(0), pen.hue(1)];
  const top = boxPath(150, 200, 500, 400, 18);
  return [
    pen.cast(top),
    fill(top, shade(wood, 0.45), 'transform="translate(0 20)"'),
    pen.form(top, wood),
    grain(pen, top, wood, 200, 400),
    pen.form(ovalPath(350, 400, 174, 174), "#2b2827"),
    line([166, 150, 132, 114, 96].map((r) => ovalPath(350, 400, r, r)).join(""), "#4a4543", 2),
    fill(
      "M350 400L230 274A174 174 0 0 1 286 238zM350 400L470 526A174 174 0 0 1 414 562z",
      "#ffffff",
      'opacity="0.12"',
    ),
    pen.form(ovalPath(350, 400, 62, 62), label),
    oval(350, 400, 6, 6, "#e9e6e0"),
    pen.form(ovalPath(588, 276, 40, 40), "#d6d4cd", "ball"),
    tube("M588 276L590 430L476 478", "#c9c9c4", 12),
    move("translate(470 480) rotate(-22)", fill(boxPath(-26, -14, 46, 28, 4), "#3a3735")),
    oval(598, 540, 20, 20, "#d6d4cd"),
    oval(598, 538, 13, 13, "#b6b3ab"),
  ].join("");
};

const laptopStand = (pen: Pen) => {
  const [wood, metal] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 654, 220, 0.5),
    fill("M250 500L220 654H270L300 500zM550 500L580 654H530L500 500z", shade(wood, 0.28)),
    pen.form("M190 470H610L650 520V548H150V520z", wood),
    fill("M150 520H650V548H150z", shade(wood, 0.2)),
    pen.form(boxPath(206, 190, 388, 270, 16), "#9aa0a1"),
    fill(boxPath(220, 204, 360, 238, 8), shade(metal, 0.5)),
    fill("M220 204H440L300 442H220z", "#ffffff", 'opacity="0.1"'),
    fill(ovalPath(400, 300, 44, 44), lighten(metal, 0.3), 'opacity="0.8"'),
    fill(
      "M220 400C300 340 360 400 420 370C480 340 540 380 580 350V434Q580 442 572 442H228" +
        "Q220 442 220 434z",
      lighten(metal, 0.12),
      'opacity="0.8"',
    ),
    fill("M180 456H620L640 486H160z", "#bfc4c4"),
    fill("M160 486H640V496H160z", "#8d9393"),
    fill("M214 462H586L596 478H204z", "#7d8485"),
  ].join("");
};

const deskMat = (pen: Pen) => {
  const [felt, leather] = [pen.hue(0), pen.hue(1)];
  const mat = boxPath(120, 230, 560, 340, 24);
  return [
    pen.cast(mat, 12, 16),
    pen.form(mat, felt),
    pen.form("M120 254Q120 230 144 230H262V570H144Q120 570 120 546z", leather),
    stitch("M252 240V560", lighten(leather, 0.5)),
    stitch(boxPath(132, 242, 536, 316, 16), shade(felt, 0.4), 2.5),
    fill(boxPath(150, 300, 82, 10, 5) + boxPath(150, 326, 82, 10, 5), shade(leather, 0.35)),
    pen.form(boxPath(560, 360, 76, 120, 36), "#ece7dc", "ball"),
    line("M598 376V404", "#b9b1a2", 4),
    pen.form(boxPath(316, 316, 190, 220, 6), "#f6efe1"),
    line("M340 356H480M340 390H480M340 424H440", "#c9bca3", 4),
    move(
      "translate(430 480) rotate(-34)",
      pen.cast(boxPath(-120, -9, 240, 18, 8), 4, 10),
      pen.form(boxPath(-120, -9, 240, 18, 8), shade(leather, 0.2), "drape"),
      fill("M-120 -9L-146 0L-120 9z", "#d7bb8a"),
    ),
  ].join("");
};

export const desk: Drawings = {
  "bookshelf-speaker": onTable(bookshelfSpeaker),
  "portable-speaker": onTable(portableSpeaker),
  headphones: onWall(headphones),
  keyboard: onWall(keyboard),
  "charging-tray": onWall(chargingTray),
  radio: onTable(radio),
  turntable: onWall(turntable),
  "laptop-stand": onTable(laptopStand),
  "desk-mat": onWall(deskMat),
};
