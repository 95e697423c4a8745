/** Cushions, blankets, towels, rugs and table linen. */
import { type Drawings, onTable, onWall, type Pen, tube } from "./pen.ts";
import {
  blob,
  boxPath,
  curve,
  d,
  fill,
  lighten,
  line,
  mix,
  oval,
  polygon,
  shade,
  stitch,
} from "./svg.ts";

const stripes = (from: number, to: number, step: number, width: number, colour: string): string => {
  const count = Math.ceil((to - from) / step);
  const bands = Array.from(
    { length: count },
    (_, index) => d`M0 ${from + index * step}h800v${width}H0z`,
  );
  return fill(bands.join(""), colour);
};

const weave = (pen: Pen, data: string, colour: string): string => {
  const rows = Array.from({ length: 34 }, (_, index) => d`M0 ${120 + index * 18}h800`);
  return pen.clip(
    data,
    line(rows.join(""), shade(colour, 0.5), 2, 'opacity="0.13" stroke-dasharray="6 5"'),
  );
};

type Pattern = "plain" | "striped" | "blocks";

const cushion = (pattern: Pattern) => (pen: Pen) => {
  const [cloth, accent] = [pen.hue(0), pen.hue(1)];
  const body =
    "M186 246C196 214 212 212 236 222C340 246 460 246 564 222C588 212 606 214 614 246" +
    "C596 350 598 470 622 596C628 634 606 646 576 638C460 618 340 618 224 638C194 646 " +
    "172 634 178 596C202 470 204 350 186 246z";
  const patterns: Record<Pattern, string> = {
    plain: line("M400 236C396 360 396 500 400 622", shade(cloth, 0.2), 3, 'opacity="0.35"'),
    striped: stripes(262, 620, 62, 22, accent),
    blocks:
      fill("M0 0H400V430H0z", accent) + fill("M400 430H800V800H400z", mix(accent, cloth, 0.45)),
  };
  return [
    pen.ground(400, 624, 206),
    fill(body, cloth),
    pen.clip(body, patterns[pattern]),
    weave(pen, body, cloth),
    fill(body, pen.url("ball")),
    line(body, mix(shade(cloth, 0.22), accent, 0.2), 7),
    line(
      "M236 262C260 300 262 330 258 360M566 262C544 296 538 330 544 366M232 600C262 570 " +
        "266 540 262 510M570 600C540 572 536 544 540 510",
      shade(cloth, 0.4),
      6,
      'opacity="0.22"',
    ),
    pattern === "plain"
      ? [
          [190, 226],
          [610, 226],
          [182, 636],
          [618, 636],
        ]
          .map(
            ([x = 0, y = 0]) =>
              line(d`M${x} ${y}l-8 30M${x} ${y}l2 34M${x} ${y}l12 28`, accent, 5) +
              oval(x, y, 9, 9, accent),
          )
          .join("")
      : "",
  ].join("");
};

const fringe = (x: number, y: number, count: number, step: number, colour: string): string =>
  line(
    Array.from(
      { length: count },
      (_, index) => d`M${x + index * step} ${y}q${index % 2 === 0 ? 5 : -4} 22 1 46`,
    ).join(""),
    colour,
    6,
  );

const throwBlanket = (checked: boolean) => (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const under =
    "M176 520C176 490 190 484 216 484H590C622 484 630 500 630 524V610C630 638 620 646 " +
    "590 646H214C186 646 176 636 176 612z";
  const upper =
    "M196 384C196 352 214 346 240 346H562C598 346 610 362 610 392V470C610 496 598 502 " +
    "566 502H238C208 502 196 494 196 470z";
  const flap = "M286 346H470C486 420 484 520 474 606H290C280 520 280 420 286 346z";
  const check =
    line("M0 380H800M0 440H800M0 560H800M0 610H800", accent, 12, 'opacity="0.7"') +
    line(
      "M320 300V660M378 300V660M440 300V660M230 300V660M560 300V660",
      accent,
      10,
      'opacity="0.45"',
    );
  const bands = stripes(372, 480, 50, 16, accent) + stripes(512, 660, 50, 16, accent);
  return [
    pen.ground(402, 646, 226),
    pen.form(under, shade(wool, 0.1), "drape"),
    pen.clip(under, checked ? check : ""),
    line("M190 566C320 574 480 560 620 568", shade(wool, 0.4), 5, 'opacity="0.45"'),
    pen.form(upper, wool, "drape"),
    pen.clip(upper, checked ? check : ""),
    line("M204 428C320 436 480 424 604 430", shade(wool, 0.4), 5, 'opacity="0.4"'),
    fill(flap, "#20160f", 'opacity="0.16" transform="translate(10 8)"'),
    pen.form(flap, lighten(wool, 0.08), "drape"),
    pen.clip(flap, checked ? check : bands),
    fringe(296, 604, 19, 9.8, checked ? wool : accent),
  ].join("");
};

const towels = (pen: Pen) => {
  const colours = [
    pen.hue(0),
    mix(pen.hue(0), pen.hue(1), 0.5),
    pen.hue(1),
    lighten(pen.hue(0), 0.3),
  ];
  const layers = colours.map((colour, index) => {
    const y = 574 - index * 82;
    const inset = [0, 12, 4, 46][index] ?? 0;
    const data =
      d`M${206 + inset} ${y}C${180 + inset} ${y} ${180 + inset} ${y + 82} ${206 + inset} ` +
      d`${y + 80}H${580 - inset}C${622 - inset} ${y + 80} ${622 - inset} ${y} ${580 - inset} ${y}z`;
    return [
      pen.form(data, colour, "drape"),
      pen.clip(
        data,
        fill(boxPath(500 - inset, y, 14, 90), lighten(colour, 0.45), 'opacity="0.7"'),
        fill(boxPath(524 - inset, y, 6, 90), lighten(colour, 0.45), 'opacity="0.7"'),
      ),
      line(d`M${214 + inset} ${y + 42}H${578 - inset}`, shade(colour, 0.4), 4, 'opacity="0.4"'),
      line(
        d`M${580 - inset} ${y + 10}C${602 - inset} ${y + 30} ${602 - inset} ${y + 52} ` +
          d`${580 - inset} ${y + 70}`,
        shade(colour, 0.3),
        4,
        'opacity="0.35"',
      ),
    ].join("");
  });
  return pen.ground(400, 652, 208) + layers.join("");
};

const hangingLinen = (pen: Pen) => {
  const [linen, accent] = [pen.hue(0), pen.hue(1)];
  const body =
    "M250 190C300 206 340 176 400 172C460 176 500 206 550 190C560 330 552 520 562 668" +
    "C520 682 470 664 430 674C380 684 300 664 240 678C250 520 242 330 250 190z";
  return [
    pen.cast(body, 22, 26),
    pen.form(body, linen, "drape"),
    pen.clip(
      body,
      stripes(560, 640, 34, 14, accent),
      stripes(230, 260, 34, 12, accent),
      fill(boxPath(286, 100, 10, 640) + boxPath(504, 100, 10, 640), accent, 'opacity="0.8"'),
    ),
    weave(pen, body, linen),
    line(
      "M330 196C322 330 336 520 326 660M464 190C478 330 458 520 470 660M400 176C396 320 " +
        "404 420 398 560",
      shade(linen, 0.4),
      9,
      'opacity="0.14"',
    ),
    tube("M376 186C372 140 428 140 424 186", accent, 9),
    pen.form(boxPath(386, 112, 28, 40, 12), "#b98d5a", "round"),
    oval(400, 128, 16, 16, "#d1a876"),
  ].join("");
};

const rug = (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const body = boxPath(220, 150, 360, 500, 6);
  const diamond = (y: number, r: number, colour: string) =>
    fill(polygon([400, y - r], [400 + r * 1.2, y], [400, y + r], [400 - r * 1.2, y]), colour);
  const ends = (y: number, dy: number) =>
    line(
      Array.from({ length: 30 }, (_, i) => d`M${226 + i * 12} ${y}v${dy + (i % 3) * 4}`).join(""),
      lighten(accent, 0.4),
      5,
    );
  const teeth = Array.from({ length: 12 }, (_, i) =>
    polygon([232 + i * 28, 0], [260 + i * 28, 0], [246 + i * 28, 26]),
  );
  return [
    pen.cast(boxPath(220, 120, 360, 560, 4), 14, 18),
    ends(640, 34),
    ends(150, -34),
    pen.form(body, wool),
    line(boxPath(244, 176, 312, 448, 2), accent, 8),
    [280, 400, 520]
      .map(
        (y) =>
          diamond(y, 74, accent) +
          diamond(y, 50, wool) +
          diamond(y, 26, mix(accent, "#20160f", 0.25)),
      )
      .join(""),
    fill(teeth.join(""), accent, 'transform="translate(-14 190)"'),
    fill(teeth.join(""), accent, 'transform="translate(-14 610) scale(1 -1)"'),
    weave(pen, body, wool),
  ].join("");
};

const napkins = (pen: Pen) => {
  const [linen, accent] = [pen.hue(0), pen.hue(1)];
  const square = (dx: number, dy: number, turn: number, colour: string) => {
    const data = boxPath(-170, -170, 340, 340, 10);
    return (
      `<g transform="translate(${400 + dx} ${400 + dy}) rotate(${turn})">` +
      pen.cast(data, 8, 12) +
      pen.form(data, colour) +
      stitch(boxPath(-154, -154, 308, 308, 4), shade(colour, 0.4)) +
      `${line("M0 -170V170M-170 0H170", shade(colour, 0.35), 3, 'opacity="0.25"')}</g>`
    );
  };
  const ring = blob([330, 388], [400, 366], [470, 388], [478, 424], [400, 446], [322, 424]);
  return [
    square(-30, -20, -14, mix(linen, accent, 0.55)),
    square(20, 16, 8, linen),
    fill(
      curve([250, 410], [330, 392], [400, 400], [470, 392], [556, 420]) +
        "L556 436C470 420 330 420 250 430z",
      shade(linen, 0.1),
      'opacity="0.5"',
    ),
    line("M236 408C330 396 470 398 566 424", accent, 16),
    fill(ring, "#20160f", 'opacity="0.2" transform="translate(8 10)"'),
    pen.form(ring, "#b98d5a", "drape"),
  ].join("");
};

export const textiles: Drawings = {
  cushion: onTable(cushion("plain")),
  "cushion-striped": onTable(cushion("striped")),
  "cushion-blocks": onTable(cushion("blocks")),
  throw: onTable(throwBlanket(false)),
  "throw-checked": onTable(throwBlanket(true)),
  towels: onTable(towels),
  "hanging-linen": onWall(hangingLinen),
  rug: onWall(rug),
  napkins: onWall(napkins),
};
