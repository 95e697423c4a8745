/** Tea, coffee, honey, oil and sweets in their tins, jars, pouches and wrappers. */
import { type Drawings, gleam, onTable, onWall, type Pen } from "./pen.ts";
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
  polygon,
  shade,
  tilt,
} from "./svg.ts";

/** A printed emblem instead of words: a sun, a leaf or a wave above two rules. */
export function emblem(x: number, y: number, size: number, ink: string, kind: number): string {
  const mark =
    [
      ovalPath(0, -8, 22, 22) +
        [0, 45, 90, 135, 180, 225, 270, 315]
          .map((a) => {
            const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
            return polygon(
              [c * 28 - s * 4, s * 28 - 8 + c * 4],
              [c * 28 + s * 4, s * 28 - 8 - c * 4],
              [c * 42, s * 42 - 8],
            );
          })
          .join(""),
      "M0 30C-46 6 -34 -36 0 -54C34 -36 46 6 0 30zM0 30C-70 34 -76 -4 -66 -16C-40 -14 " +
        "-10 0 0 30zM0 30C70 34 76 -4 66 -16C40 -14 10 0 0 30z",
      "M-56 -6q14 -26 28 0t28 0t28 0t28 0v14q-14 26 -28 0t-28 0t-28 0t-28 0zM-56 -40q14 " +
        "-26 28 0t28 0t28 0t28 0v10q-14 26 -28 0t-28 0t-28 0t-28 0z",
    ][kind % 3] ?? "";
  return move(
    d`translate(${x} ${y}) scale(${size / 100})`,
    fill(mark, ink),
    fill(boxPath(-52, 54, 104, 7, 3) + boxPath(-34, 72, 68, 6, 3), ink, 'opacity="0.75"'),
  );
}

const tin = (height: number, r: number, kind: number) => (pen: Pen) => {
  const [paint, label] = [pen.hue(0), pen.hue(1)];
  const top = 652 - height;
  const side = (from: number, to: number) =>
    lathe(400, [
      [from, r],
      [(from + to) / 2, r],
      [to, r],
    ]);
  const sleeve = hoop(400, [top + height * 0.34, r], [652 - height * 0.14, r]);
  return [
    pen.ground(400, 652, r),
    fill(side(top + 20, 652), paint),
    fill(sleeve, label),
    emblem(400, top + height * 0.62, Math.min(r * 0.9, height * 0.3), paint, kind),
    fill(side(top + 20, 652), pen.url("round")),
    pen.turned(
      400,
      [
        [top, r + 4],
        [top + 24, r + 4],
        [top + 52, r + 4],
      ],
      shade(paint, 0.16),
    ),
    oval(400, top, r + 4, (r + 4) * tilt(top), lighten(paint, 0.3)),
    oval(400, top + 1, r - 16, (r - 16) * tilt(top), lighten(paint, 0.14)),
    gleam(400 - r * 0.7, top + 80, height * 0.5, 12),
  ].join("");
};

const jar = (kind: number) => (pen: Pen) => {
  const [content, cap] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [350, 118],
    [380, 140],
    [420, 146],
    [610, 146],
    [654, 128],
  ]);
  return [
    pen.ground(400, 654, 142),
    fill(body, content, 'opacity="0.94"'),
    fill(body, pen.url("ball")),
    line(body, shade(content, 0.3), 3, 'opacity="0.4"'),
    pen.clip(
      body,
      fill(boxPath(200, 436, 400, 150), "#f7f0e1"),
      emblem(400, 502, 90, shade(content, 0.25), kind),
      fill(boxPath(200, 436, 400, 150), pen.url("round")),
    ),
    pen.turned(
      400,
      [
        [290, 130],
        [310, 134],
        [352, 132],
      ],
      cap,
    ),
    oval(400, 290, 130, 16, lighten(cap, 0.28)),
    line("M272 330Q400 362 528 330", shade(cap, 0.4), 3, 'opacity="0.5"'),
    gleam(288, 380, 230, 16),
  ].join("");
};

const pouch = (pen: Pen) => {
  const [paper, ink] = [pen.hue(0), pen.hue(1)];
  const body =
    "M254 200H546L560 236C568 380 580 520 566 640C470 664 330 664 234 640C220 520 232 380 240 236z";
  return [
    pen.ground(400, 644, 176),
    fill(body, paper),
    fill(
      "M254 200L240 236C232 380 220 520 234 640C256 646 276 650 296 652C284 500 282 340 " +
        "296 236L290 200z",
      lighten(paper, 0.16),
    ),
    fill(
      "M546 200L560 236C568 380 580 520 566 640C548 646 530 650 512 652C520 500 520 340 " +
        "506 236L510 200z",
      shade(paper, 0.2),
    ),
    fill(body, pen.url("soft")),
    fill("M246 200H554V236H246z", shade(paper, 0.12)),
    line("M246 222H554", lighten(paper, 0.3), 3, 'opacity="0.6"'),
    fill("M246 200l-14 8v20l14 8zM554 200l14 8v20l-14 8z", shade(ink, 0.1)),
    pen.form(boxPath(308, 346, 186, 206, 8), lighten(ink, 0.06)),
    emblem(401, 432, 110, shade(paper, 0.2), 0),
    oval(400, 288, 11, 11, shade(paper, 0.4)),
    oval(400, 287, 5, 5, shade(paper, 0.1)),
  ].join("");
};

const bar = (pen: Pen) => {
  const [wrap, ink] = [pen.hue(0), pen.hue(1)];
  const squares = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => {
      const data = boxPath(-108 + column * 73, -330 + row * 70, 69, 66, 8);
      return (
        pen.form(data, "#5b3420") +
        fill(boxPath(-96 + column * 73, -319 + row * 70, 45, 43, 6), "#6d4128")
      );
    }),
  );
  const paper = boxPath(-126, -90, 252, 370, 4);
  return move(
    "translate(400 420) rotate(-14)",
    pen.cast(boxPath(-120, -330, 240, 620, 8), 16, 22),
    fill(boxPath(-112, -334, 226, 280, 8), "#4a2918"),
    ...squares,
    fill(
      "M-118 -130L-92 -150L-64 -124L-30 -152L4 -126L40 -150L72 -128L100 -148L118 -128V-60H-118z",
      "#e4d9bf",
    ),
    fill(
      "M-118 -130L-92 -150L-64 -124L-30 -152L4 -126L40 -150L72 -128L100 -148L118 -128V-60H-118z",
      pen.url("soft"),
    ),
    pen.form(paper, wrap),
    pen.clip(
      paper,
      line(
        "M-140 -10L140 -150M-140 60L140 -80M-140 290L140 150M-140 360L140 220",
        ink,
        16,
        'opacity="0.5"',
      ),
    ),
    pen.form(boxPath(-86, 10, 172, 190, 8), lighten(ink, 0.1)),
    emblem(0, 88, 100, shade(wrap, 0.15), 1),
  );
};

const oilBottle = (kind: number) => (pen: Pen) => {
  const [glass, label] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [220, 30],
    [300, 32],
    [350, 60],
    [396, 98],
    [450, 102],
    [610, 102],
    [654, 92],
  ]);
  return [
    pen.ground(400, 654, 104),
    fill(body, glass),
    fill(body, pen.url("round")),
    pen.clip(
      body,
      fill(boxPath(250, 440, 300, 156), lighten(label, 0.1)),
      emblem(400, 508, 94, shade(glass, 0.1), kind),
      fill(boxPath(290, 440, 220, 156), pen.url("round")),
    ),
    pen.turned(
      400,
      [
        [176, 34],
        [200, 35],
        [232, 34],
      ],
      shade(label, 0.45),
    ),
    oval(400, 176, 34, 4, shade(label, 0.2)),
    gleam(330, 400, 210, 10),
    gleam(384, 250, 76, 6),
  ].join("");
};

const carton = (pen: Pen) => {
  const [paper, ink] = [pen.hue(0), pen.hue(1)];
  const front = boxPath(220, 300, 300, 352, 4);
  return [
    pen.ground(410, 652, 190),
    fill("M520 300L580 262V610L520 652z", shade(paper, 0.3)),
    fill("M220 300L290 262H580L520 300z", lighten(paper, 0.34)),
    fill(front, paper),
    pen.clip(
      front,
      [0, 1, 2, 3]
        .map((row) =>
          [0, 1, 2, 3]
            .map((column) =>
              fill(
                ovalPath(232 + column * 92 + (row % 2) * 30, 330 + row * 96, 30, 30),
                row % 2 === 0 ? mix(paper, ink, 0.35) : shade(paper, 0.12),
              ),
            )
            .join(""),
        )
        .join(""),
    ),
    fill(boxPath(266, 376, 208, 200, 104), lighten(ink, 0.2)),
    emblem(370, 466, 118, shade(paper, 0.1), 1),
    fill(front, pen.url("soft")),
    line("M220 330H520", shade(paper, 0.3), 2, 'opacity="0.5"'),
  ].join("");
};

export const pantry: Drawings = {
  "tea-tin": onTable(tin(330, 132, 1)),
  "tin-low": onTable(tin(210, 184, 0)),
  "honey-jar": onTable(jar(0)),
  "jam-jar": onTable(jar(1)),
  "coffee-pouch": onTable(pouch),
  "chocolate-bar": onWall(bar),
  "oil-bottle": onTable(oilBottle(1)),
  "syrup-bottle": onTable(oilBottle(2)),
  carton: onTable(carton),
};
