/** Baskets, shelves, mirrors and clocks: what a room holds besides its furniture. */
import { grain } from "./kitchen.ts";
import { type Drawings, mouth, onTable, onWall, type Pen, tube } from "./pen.ts";
import { boxPath, d, fill, lathe, lighten, line, mix, oval, ovalPath, shade } from "./svg.ts";

const shelf = (pen: Pen) => {
  const [wood, accent] = [pen.hue(0), pen.hue(1)];
  const plank = (y: number) =>
    fill(boxPath(170, y + 26, 460, 14), "#20160f", `opacity="0.22" filter="${pen.url("blur")}"`) +
    pen.form(boxPath(160, y, 480, 26, 4), wood, "drape") +
    grain(pen, boxPath(160, y, 480, 26, 4), wood, y, 26);
  const books = [
    [250, 34, 150],
    [288, 26, 170],
    [318, 40, 138],
    [362, 28, 160],
  ].map(([x = 0, w = 0, h = 0], i) =>
    pen.form(
      boxPath(x, 470 - h, w, h, 3),
      [accent, shade(accent, 0.3), lighten(accent, 0.4), mix(accent, wood, 0.6)][i] ?? accent,
    ),
  );
  return [
    tube("M220 120V600M580 120V600", "#b08a55", 9),
    plank(268),
    plank(470),
    plank(620),
    ...books,
    pen.turned(
      520,
      [
        [400, 34],
        [430, 46],
        [468, 34],
      ],
      lighten(accent, 0.3),
    ),
    pen.turned(
      300,
      [
        [206, 50],
        [240, 50],
        [266, 34],
      ],
      mix(accent, "#f2e8d8", 0.6),
    ),
    pen.turned(
      480,
      [
        [150, 26],
        [200, 24],
        [230, 50],
        [266, 44],
      ],
      shade(accent, 0.15),
    ),
    pen.form(boxPath(250, 560, 180, 60, 8), lighten(wood, 0.35), "drape"),
    fill(boxPath(320, 584, 40, 10, 5), shade(wood, 0.4)),
    pen.turned(
      520,
      [
        [560, 44],
        [590, 46],
        [618, 42],
      ],
      accent,
    ),
  ].join("");
};

const basket = (handles: boolean) => (pen: Pen) => {
  const [cane, trim] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [356, 204],
    [460, 212],
    [580, 190],
    [652, 160],
  ]);
  const rows = Array.from({ length: 11 }, (_, index) => {
    const y = 372 + index * 27;
    return d`M170 ${y}q115 44 230 44t230 -44`;
  });
  const posts = Array.from(
    { length: 17 },
    (_, index) => d`M${190 + index * 26.4} 350L${236 + index * 20.6} 690`,
  );
  return [
    pen.ground(400, 652, 176),
    fill(body, cane),
    pen.clip(
      body,
      line(posts.join(""), shade(cane, 0.4), 4, 'opacity="0.4"'),
      line(rows.join(""), shade(cane, 0.38), 13, 'stroke-dasharray="20 7" opacity="0.35"'),
      line(
        rows.join(""),
        lighten(cane, 0.4),
        4,
        'stroke-dasharray="20 7" opacity="0.7" transform="translate(0 -5)"',
      ),
    ),
    fill(body, pen.url("round")),
    mouth(400, 356, 204, trim, shade(cane, 0.45)),
    handles
      ? tube("M214 368C186 440 262 450 258 378M586 368C614 440 538 450 542 378", trim, 18)
      : tube("M200 352C220 110 580 110 600 352", trim, 22),
  ].join("");
};

const mirror = (pen: Pen) => {
  const frame = pen.hue(0);
  return [
    pen.cast(ovalPath(400, 410, 224, 250), 18, 26),
    tube("M400 90C372 120 366 150 360 180M400 90C428 120 434 150 440 180", pen.hue(1), 9),
    oval(400, 90, 12, 12, shade(pen.hue(1), 0.2)),
    pen.form(ovalPath(400, 410, 224, 250), frame),
    fill(ovalPath(400, 410, 194, 220), shade(frame, 0.35)),
    fill(ovalPath(403, 413, 191, 217), "#c9d6d6"),
    pen.clip(
      ovalPath(403, 413, 191, 217),
      fill("M120 520L480 120H620L200 640z", "#f3f8f6", 'opacity="0.6"'),
      fill("M420 660L660 380V460L500 660z", "#f3f8f6", 'opacity="0.45"'),
    ),
    line(ovalPath(400, 410, 222, 248), lighten(frame, 0.4), 3, 'opacity="0.6"'),
  ].join("");
};

const clock = (pen: Pen) => {
  const [frame, face] = [pen.hue(0), pen.hue(1)];
  const marks = Array.from(
    { length: 12 },
    (_, index) =>
      `<path d="M400 236v${index % 3 === 0 ? 34 : 18}" transform="rotate(${index * 30} ` +
      `400 400)" stroke="${shade(frame, 0.3)}" stroke-width="${index % 3 === 0 ? 9 : 5}" ` +
      `stroke-linecap="round"/>`,
  );
  return [
    pen.cast(ovalPath(400, 400, 226, 226), 20, 28),
    pen.form(ovalPath(400, 400, 226, 226), frame),
    fill(ovalPath(400, 400, 194, 194), shade(frame, 0.3)),
    pen.form(ovalPath(402, 403, 190, 190), face),
    ...marks,
    line("M400 400L318 334", shade(frame, 0.45), 13),
    line("M400 400L478 296", shade(frame, 0.45), 9),
    line("M382 428L452 318", "#c2603f", 4),
    oval(400, 400, 13, 13, shade(frame, 0.4)),
  ].join("");
};

export const furnishings: Drawings = {
  shelf: onWall(shelf),
  basket: onTable(basket(true)),
  "basket-handled": onTable(basket(false)),
  mirror: onWall(mirror),
  clock: onWall(clock),
};
