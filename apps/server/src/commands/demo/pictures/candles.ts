/** Candles, candlesticks and lanterns, drawn alight. */
import { halo } from "./lighting.ts";
import { type Drawings, gleam, mouth, onTable, type Pen, tube } from "./pen.ts";
import { d, fill, lathe, lighten, line, oval, shade } from "./svg.ts";

const flame = (pen: Pen, x: number, y: number, size: number): string =>
  halo(pen, x, y - size * 0.4, size * 2.6) +
  fill(
    d`M${x} ${y}c${-size * 0.42} ${-size * 0.1} ${-size * 0.36} ${-size * 0.6} 0 ${-size}` +
      d`c${size * 0.36} ${size * 0.4} ${size * 0.42} ${size * 0.9} 0 ${size}z`,
    "#f3a73c",
  ) +
  fill(
    d`M${x} ${y - 2}c${-size * 0.22} ${-size * 0.06} ${-size * 0.18} ${-size * 0.4} 0 ` +
      d`${-size * 0.64}c${size * 0.18} ${size * 0.3} ${size * 0.22} ${size * 0.6} 0 ` +
      d`${size * 0.64}z`,
    "#fff2b8",
  );

const candle = (pen: Pen) => {
  const [glassTint, wax] = [pen.hue(0), pen.hue(1)];
  const body = lathe(400, [
    [380, 142],
    [500, 142],
    [620, 140],
    [652, 128],
  ]);
  return [
    pen.ground(400, 652, 138),
    fill(body, glassTint),
    fill(
      lathe(400, [
        [448, 134],
        [540, 134],
        [638, 126],
      ]),
      wax,
      'opacity="0.28"',
    ),
    fill(body, pen.url("round")),
    mouth(400, 380, 142, lighten(glassTint, 0.36), shade(glassTint, 0.22)),
    oval(400, 390, 122, 15, lighten(wax, 0.2)),
    line("M400 388v-22", "#3a2a20", 6),
    flame(pen, 400, 368, 74),
    fill("M330 486h140v110h-140z", "#f8f1e4"),
    fill("M352 514h96v8h-96zM366 536h68v6h-68zM352 560h96v6h-96z", shade(glassTint, 0.3)),
    gleam(296, 430, 150, 12),
  ].join("");
};

const candlesticks = (pen: Pen) => {
  const [metal, wax] = [pen.hue(0), pen.hue(1)];
  const stick = (x: number, base: number, height: number, tone: string) =>
    [
      pen.ground(x, base, 70),
      pen.turned(
        x,
        [
          [base - height - 190, 14],
          [base - height - 90, 15],
          [base - height, 16],
        ],
        wax,
      ),
      oval(x, base - height - 190, 14, 3, lighten(wax, 0.4)),
      line(d`M${x} ${base - height - 190}v-14`, "#3a2a20", 4),
      flame(pen, x, base - height - 200, 44),
      pen.turned(
        x,
        [
          [base - height - 14, 30],
          [base - height, 24],
          [base - height + 20, 11],
          [base - height * 0.5, 10],
          [base - 40, 14],
          [base - 22, 56],
          [base, 72],
        ],
        tone,
      ),
    ].join("");
  return (
    stick(510, 610, 210, shade(metal, 0.12)) +
    stick(300, 656, 150, metal) +
    stick(408, 676, 80, lighten(metal, 0.1))
  );
};

const lantern = (pen: Pen) => {
  const frame = pen.hue(0);
  return [
    pen.ground(400, 656, 140),
    tube("M330 250C330 120 470 120 470 250", frame, 14),
    fill("M276 330H524V620H276z", "#f5e7c4", 'opacity="0.55"'),
    halo(pen, 400, 500, 130),
    pen.turned(
      400,
      [
        [510, 40],
        [560, 40],
        [622, 40],
      ],
      pen.hue(1),
    ),
    oval(400, 510, 40, 7, lighten(pen.hue(1), 0.4)),
    flame(pen, 400, 500, 56),
    fill("M296 336h30l-12 280h-18z", "#ffffff", 'opacity="0.4"'),
    pen.form("M264 300L336 240H464L536 300V334H264z", frame),
    pen.form("M262 326h276v16h-276zM262 616h276v40h-276z", shade(frame, 0.08)),
    pen.form("M264 340h16v280h-16zM520 340h16v280h-16zM394 340h9v280h-9z", frame),
    line("M264 300H536", lighten(frame, 0.4), 3, 'opacity="0.6"'),
  ].join("");
};

export const candles: Drawings = {
  candle: onTable(candle),
  candlesticks: onTable(candlesticks),
  lantern: onTable(lantern),
};
