/** Knitted things, hung on the wall: jumpers, scarves, hats and socks. */
import { type Drawings, onWall, type Pen } from "./pen.ts";
import {
  blob,
  boxPath,
  d,
  fill,
  lighten,
  line,
  mix,
  move,
  oval,
  ovalPath,
  shade,
  stitch,
} from "./svg.ts";

const jumper = (cable: boolean) => (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const body =
    "M328 184C280 196 252 214 238 240C244 380 262 500 262 640C340 652 460 652 538 640" +
    "C538 500 556 380 562 240C548 214 520 196 472 184C450 206 350 206 328 184z";
  const sleeves =
    "M240 232C190 270 160 430 146 596L224 612L276 360zM560 232C610 270 640 430 654 596" +
    "L576 612L524 360z";
  const cuff = "M146 590L138 648L222 662L228 606zM654 590L662 648L578 662L572 606z";
  const hem = "M260 630C350 644 450 644 540 630L532 690C450 700 350 700 268 690z";
  const ribs = line(
    Array.from({ length: 22 }, (_, i) => d`M${272 + i * 12.2} 636v58`).join(""),
    shade(wool, 0.35),
    4,
    'opacity="0.4"',
  );
  const plait = [320, 400, 480]
    .map((x) =>
      Array.from(
        { length: 9 },
        (_, i) => d`M${x - 14} ${250 + i * 42}q14 -4 28 36M${x + 14} ${250 + i * 42}q-6 10 -12 14`,
      ).join(""),
    )
    .join("");
  return [
    pen.cast(body + sleeves + hem),
    pen.form(sleeves, shade(wool, 0.07)),
    pen.form(cuff, cable ? shade(wool, 0.14) : accent),
    fill("M328 184C350 166 450 166 472 184C450 210 350 210 328 184z", shade(wool, 0.5)),
    pen.form(body, wool),
    cable
      ? line(plait, shade(wool, 0.4), 8, 'opacity="0.34"') +
        line(plait, lighten(wool, 0.35), 4, 'opacity="0.5" transform="translate(-3 -3)"')
      : pen.clip(
          body + sleeves,
          fill(
            "M0 330H800V362H0zM0 392H800V424H0zM0 454H800V486H0zM0 516H800V548H0z",
            accent,
            'opacity="0.85"',
          ),
        ),
    pen.form(hem, cable ? shade(wool, 0.1) : wool),
    ribs,
    line("M328 184C350 212 450 212 472 184", cable ? shade(wool, 0.14) : accent, 20),
    line(
      "M276 352C270 420 268 480 268 560M524 352C530 420 532 480 532 560",
      shade(wool, 0.45),
      5,
      'opacity="0.3"',
    ),
  ].join("");
};

const scarf = (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const back = "M420 150C500 170 520 330 498 620L392 626C412 420 410 260 372 190z";
  const front = "M380 150C300 176 272 340 286 560L394 566C388 420 400 290 430 210z";
  const loop = "M334 190C330 130 470 130 468 190C470 240 430 262 400 262C368 262 334 240 334 190z";
  const bars = (y: number) =>
    fill(d`M200 ${y}h400v20h-400zM200 ${y + 36}h400v8h-400zM200 ${y - 20}h400v8h-400z`, accent);
  const tassels = (x: number, y: number) =>
    line(
      Array.from(
        { length: 10 },
        (_, i) => d`M${x + i * 11} ${y}q${(i % 3) - 1} 24 ${(i % 2) * 4 - 2} 50`,
      ).join(""),
      wool,
      6,
    );
  return [
    oval(400, 116, 20, 20, "#b98d5a"),
    pen.cast(back + front),
    tassels(394, 620),
    pen.form(back, shade(wool, 0.14), "drape"),
    pen.clip(back, bars(530), bars(440)),
    tassels(288, 558),
    pen.form(front, wool, "drape"),
    pen.clip(front, bars(470), bars(380)),
    pen.form(loop, lighten(wool, 0.06), "ball"),
    line(
      "M352 180C370 210 430 214 450 180M350 210C374 238 424 240 448 214",
      shade(wool, 0.4),
      5,
      'opacity="0.4"',
    ),
  ].join("");
};

const beanie = (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const crown = "M220 480C220 290 300 206 400 206C500 206 580 290 580 480z";
  const cuff =
    "M206 452C206 440 216 436 228 436H572C584 436 594 440 594 452V560C594 580 584 588 " +
    "566 588H234C216 588 206 580 206 560z";
  const rib = (y: number, to: number, pull: number) =>
    line(
      Array.from(
        { length: 17 },
        (_, i) =>
          d`M${224 + i * 22} ${to}Q${224 + i * 22 + (8 - i) * pull * 0.2} ${(y + to) / 2} ` +
          d`${224 + i * 22 + (8 - i) * pull} ${y}`,
      ).join(""),
      shade(wool, 0.4),
      5,
      'opacity="0.35"',
    );
  return [
    pen.cast(crown + cuff),
    pen.form(crown, wool, "ball"),
    pen.clip(crown, rib(214, 440, 18)),
    pen.form(cuff, lighten(wool, 0.08), "round"),
    pen.clip(cuff, rib(436, 588, 0)),
    pen.form(boxPath(452, 496, 64, 44, 5), accent),
    stitch(boxPath(458, 502, 52, 32, 3), shade(accent, 0.4), 2),
    pen.form(ovalPath(400, 196, 46, 44), mix(wool, accent, 0.6), "ball"),
    line(
      "M366 184l-10 -8M380 166l-4 -10M402 160v-10M424 166l8 -8M436 184l10 -4M384 210l-8 8" +
        "M416 212l6 8",
      mix(wool, accent, 0.6),
      6,
    ),
  ].join("");
};

const socks = (pen: Pen) => {
  const [wool, accent] = [pen.hue(0), pen.hue(1)];
  const sock =
    "M-60 -240H60V40C60 66 90 84 140 108C196 134 204 190 156 206C90 222 20 190 -30 154" +
    "C-62 130 -62 90 -60 40z";
  const one = (transform: string, base: string) =>
    move(
      transform,
      pen.cast(sock),
      pen.form(sock, base),
      pen.clip(
        sock,
        fill("M-80 -170H90V-146H-80zM-80 -126H90V-102H-80zM-80 -82H90V-58H-80z", accent),
        fill(blob([-70, 60], [-10, 80], [-10, 150], [-70, 170]), accent),
        fill(blob([150, 96], [220, 120], [200, 230], [130, 220], [120, 160]), accent),
      ),
      line(
        Array.from({ length: 9 }, (_, i) => d`M${-50 + i * 12.5} -236v44`).join(""),
        shade(base, 0.4),
        4,
        'opacity="0.4"',
      ),
    );
  return (
    one("translate(450 370) rotate(10)", shade(wool, 0.1)) +
    one("translate(300 410) rotate(-6)", wool)
  );
};

export const knitwear: Drawings = {
  "jumper-cable": onWall(jumper(true)),
  "jumper-striped": onWall(jumper(false)),
  scarf: onWall(scarf),
  beanie: onWall(beanie),
  socks: onWall(socks),
};
