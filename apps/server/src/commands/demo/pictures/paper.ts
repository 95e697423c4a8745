/** Notebooks, pens, cards and the other things that live on a writing desk. */
import { emblem } from "./pantry.ts";
import { type Drawings, mouth, onTable, onWall, type Pen } from "./pen.ts";
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
  stitch,
} from "./svg.ts";

const paperWhite = "#f8f2e6";

const notebook = (kind: number) => (pen: Pen) => {
  const [cover, band] = [pen.hue(0), pen.hue(1)];
  const board = boxPath(-170, -230, 340, 460, 16);
  return move(
    "translate(400 400) rotate(-8)",
    pen.cast(boxPath(-166, -226, 350, 470, 16)),
    fill(boxPath(-160, -222, 342, 462, 12), shade(cover, 0.4)),
    fill(boxPath(-160, -220, 334, 454, 6), paperWhite),
    line("M172 -200V220M168 -200V222", shade(paperWhite, 0.2), 1.5),
    pen.form(board, cover),
    fill("M-154 -230h-16q0 0 0 16v428q0 16 16 16h26V-230z", shade(cover, 0.2)),
    kind === 0
      ? fill(boxPath(104, -232, 20, 464), band) +
          fill(boxPath(104, -232, 8, 464), lighten(band, 0.25))
      : stitch("M-140 -214V214", lighten(band, 0.3), 4),
    kind === 0
      ? pen.form(boxPath(-70, -120, 140, 90, 4), lighten(band, 0.5)) +
          line("M-46 -88H46M-46 -62H20", shade(cover, 0.2), 4, 'opacity="0.6"')
      : emblem(14, -10, 190, lighten(band, 0.3), kind - 1),
    fill("M-40 230h18v46l-9 -10l-9 10z", band),
  );
};

const pens = (pen: Pen) => {
  const [barrel, metal] = [pen.hue(0), pen.hue(1)];
  const one = (transform: string, colour: string, capped: boolean) =>
    move(
      transform,
      pen.cast(boxPath(-250, -18, 500, 36, 16), 6, 22),
      capped
        ? pen.form("M-270 0L-206 -22V22z", "#cfc6b0", "drape") + line("M-268 0H-226", "#6d6350", 2)
        : "",
      pen.form(
        capped ? "M-206 -22L-160 -28H20V28H-160L-206 22z" : boxPath(-270, -28, 290, 56, 26),
        colour,
        "drape",
      ),
      pen.form(boxPath(14, -30, 250, 60, 28), capped ? colour : shade(colour, 0.06), "drape"),
      pen.form(boxPath(10, -31, 20, 62, 3), metal, "drape"),
      pen.form(boxPath(70, -10, 176, 16, 8), metal, "drape"),
      fill(boxPath(-140, -20, 380, 8, 4), "#ffffff", 'opacity="0.3"'),
    );
  return (
    one("translate(430 330) rotate(-32)", barrel, true) +
    one("translate(370 480) rotate(-32)", mix(barrel, metal, 0.4), false)
  );
};

const pencilCup = (pen: Pen) => {
  const [cup, accent] = [pen.hue(0), pen.hue(1)];
  const pencil = (x: number, top: number, angle: number, colour: string) =>
    move(
      d`translate(${x} 520) rotate(${angle})`,
      fill(d`M-15 0V${top + 50}L0 ${top}L15 ${top + 50}V0z`, "#e5c494"),
      fill(d`M-5 ${top + 17}L0 ${top}L5 ${top + 17}z`, shade(colour, 0.3)),
      fill(d`M-15 0V${top + 50}l8 -6l7 6l8 -6l7 6V0z`, colour),
      fill(d`M5 0V${top + 48}l10 2V0z`, shade(colour, 0.25)),
      fill(d`M-12 0V${top + 52}h4V0z`, lighten(colour, 0.4)),
    );
  return [
    pen.ground(400, 652, 128),
    pencil(350, -300, -13, accent),
    pencil(380, -350, -4, shade(cup, 0.3)),
    pencil(410, -320, 4, mix(accent, "#d98a4a", 0.5)),
    pencil(440, -280, 13, mix(cup, "#f0e4cf", 0.4)),
    pen.turned(
      400,
      [
        [420, 122],
        [540, 124],
        [652, 118],
      ],
      cup,
    ),
    fill(hoop(400, [560, 124.5], [588, 123.5]), accent, 'opacity="0.9"'),
    fill(hoop(400, [560, 124.5], [588, 123.5]), pen.url("round")),
    line("M278 420A122 21 0 0 0 522 420", lighten(cup, 0.35), 8),
  ].join("");
};

const cards = (pen: Pen) => {
  const [card, envelope] = [pen.hue(0), pen.hue(1)];
  const face = boxPath(-130, -180, 260, 360, 6);
  return [
    move(
      "translate(440 410) rotate(9)",
      pen.cast(boxPath(-200, -150, 400, 300, 6)),
      pen.form(boxPath(-200, -150, 400, 300, 6), envelope),
      fill("M-200 -146L0 20L200 -146V-150H-200z", shade(envelope, 0.14)),
      line(
        "M-200 -148L0 20L200 -148M-200 148L-40 -12M200 148L40 -12",
        shade(envelope, 0.35),
        3,
        'opacity="0.5"',
      ),
    ),
    move(
      "translate(330 400) rotate(-9)",
      pen.cast(face, 10, 16),
      pen.form(face, card),
      line(boxPath(-112, -162, 224, 324, 4), lighten(envelope, 0.3), 4, 'opacity="0.8"'),
      emblem(0, -10, 180, lighten(envelope, 0.2), 1),
    ),
  ].join("");
};

const stack = (pen: Pen) => {
  const [first, second] = [pen.hue(0), pen.hue(1)];
  const colours = [first, second, mix(first, paperWhite, 0.55), shade(second, 0.25)];
  return [
    pen.ground(400, 652, 220),
    ...colours.map((colour, index) => {
      const y = 594 - index * 58;
      const shift = [0, 16, -12, 10][index] ?? 0;
      return [
        fill(boxPath(206 + shift, y + 6, 386, 46, 2), paperWhite),
        line(
          d`M${210 + shift} ${y + 20}h380M${210 + shift} ${y + 32}h380M${210 + shift} ` +
            d`${y + 42}h380`,
          "#cfc3ab",
          1.5,
        ),
        fill(
          d`M${196 + shift} ${y}h404v9h-380q-12 0 -12 20t12 20h380v9h-404q-14 -2 -14 -29t14 -29z`,
          colour,
        ),
        fill(
          d`M${196 + shift} ${y}h404v9h-380q-12 0 -12 20t12 20h380v9h-404q-14 -2 -14 -29t14 -29z`,
          pen.url("drape"),
        ),
      ].join("");
    }),
    fill(
      polygon([214, 420], [596, 420], [560, 392], [250, 392]),
      lighten(colours[3] ?? first, 0.2),
    ),
    move(
      "translate(390 400) rotate(-6)",
      pen.form(boxPath(-130, -14, 260, 16, 8), first, "drape"),
      fill("M-130 -14L-164 -6L-130 2z", "#e5c494"),
    ),
  ].join("");
};

const tapes = (pen: Pen) => {
  const [first, second] = [pen.hue(0), pen.hue(1)];
  const roll = (x: number, base: number, r: number, colour: string, kind: number) => {
    const side = lathe(x, [
      [base - 74, r],
      [base - 36, r],
      [base, r],
    ]);
    const dots = Array.from({ length: 14 }, (_, i) =>
      ovalPath(x - r + 14 + i * 24, base - 24 + (i % 2) * 24 + Math.sin(i / 4) * 10, 7, 7),
    ).join("");
    const bars = Array.from(
      { length: 16 },
      (_, i) => d`M${x - r + i * 22} ${base + 40}l28 -140h8l-28 140z`,
    ).join("");
    return [
      pen.ground(x, base, r),
      fill(side, colour),
      pen.clip(side, fill(kind === 0 ? dots : bars, lighten(colour, 0.55), 'opacity="0.75"')),
      fill(side, pen.url("round")),
      mouth(x, base - 74, r, lighten(colour, 0.3), "#c9ab7d"),
      oval(x, base - 70, r * 0.62, r * 0.12, shade(colour, 0.5)),
    ].join("");
  };
  return (
    roll(470, 560, 128, second, 0) +
    roll(286, 606, 118, first, 1) +
    roll(500, 666, 122, mix(first, second, 0.5), 1)
  );
};

const wrap = (pen: Pen) => {
  const [sheet, ink] = [pen.hue(0), pen.hue(1)];
  const roll = (x: number, angle: number, colour: string, mark: string, kind: number) => {
    const data = boxPath(-46, -270, 92, 540, 20);
    const prints = Array.from({ length: 6 }, (_, i) => emblemDot(i, mark, kind)).join("");
    return move(
      d`translate(${x} 400) rotate(${angle})`,
      pen.cast(data, 12, 16),
      fill(data, colour),
      pen.clip(data, prints),
      fill(data, pen.url("round")),
      oval(0, -262, 36, 9, shade(colour, 0.4)),
      fill(boxPath(-49, -20, 98, 40), lighten(mark, 0.5)),
      fill(boxPath(-49, -20, 98, 40), pen.url("round")),
    );
  };
  const emblemDot = (i: number, mark: string, kind: number) => {
    const y = -230 + i * 90;
    if (kind === 0) return fill(ovalPath(-20, y, 16, 16) + ovalPath(24, y + 44, 16, 16), mark);
    return fill(d`M-50 ${y}l50 30l50 -30v22l-50 30l-50 -30z`, mark);
  };
  return (
    roll(258, -10, sheet, ink, 0) +
    roll(400, 2, mix(sheet, ink, 0.5), lighten(sheet, 0.4), 1) +
    roll(540, 12, ink, sheet, 0)
  );
};

export const paper: Drawings = {
  notebook: onWall(notebook(0)),
  "notebook-sun": onWall(notebook(1)),
  "notebook-leaf": onWall(notebook(2)),
  pens: onWall(pens),
  "pencil-cup": onTable(pencilCup),
  cards: onWall(cards),
  "book-stack": onTable(stack),
  tapes: onTable(tapes),
  "paper-rolls": onWall(wrap),
};
