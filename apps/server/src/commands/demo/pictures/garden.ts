/** Garden tools, planters and houses for birds. */
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
  polygon,
  shade,
} from "./svg.ts";

const wateringCan = (pen: Pen) => {
  const [paint, metal] = [pen.hue(0), pen.hue(1)];
  const body = lathe(430, [
    [400, 104],
    [430, 112],
    [560, 136],
    [652, 142],
  ]);
  return [
    pen.ground(420, 652, 150),
    tube("M530 420C690 400 680 600 566 600", paint, 22),
    tube("M350 396C340 250 520 250 512 396", paint, 20),
    pen.form("M318 620L306 560L170 330L196 314L330 470z", shade(paint, 0.05), "drape"),
    move(
      "translate(178 312) rotate(-32)",
      pen.turned(
        0,
        [
          [-30, 54],
          [-10, 46],
          [26, 18],
        ],
        metal,
      ),
      oval(0, -30, 54, 14, lighten(metal, 0.3)),
      [-30, -10, 10, 30].map((x) => oval(x, -30, 4, 3, shade(metal, 0.5))).join(""),
    ),
    fill(body, paint),
    fill(body, pen.url("round")),
    oval(430, 400, 104, 18, shade(paint, 0.4)),
    fill(d`M326 400A104 18 0 0 1 534 400C500 388 470 410 440 400z`, lighten(paint, 0.25)),
    fill(hoop(430, [600, 138.5], [620, 140]), metal, 'opacity="0.9"'),
    gleam(340, 450, 130, 14),
  ].join("");
};

const gardenTools = (pen: Pen) => {
  const [wood, steel] = [pen.hue(0), pen.hue(1)];
  const metal = mix(steel, "#aab0b0", 0.6);
  const grip = "M-24 20C-30 80 -20 140 -28 220C-28 256 28 256 28 220C20 140 30 80 24 20z";
  const handle =
    pen.form(grip, wood, "round") +
    fill(boxPath(-20, -20, 40, 50, 6), "#c2a05c") +
    fill(boxPath(-20, -20, 40, 50, 6), pen.url("round")) +
    oval(0, 222, 7, 9, shade(wood, 0.6)) +
    tube("M0 224C20 270 -20 280 -4 230", "#9a7c55", 5);
  const trowel =
    "M0 -290C60 -240 70 -150 58 -90C40 -70 14 -66 12 -20H-12C-14 -66 -40 -70 -58 -90C-70 " +
    "-150 -60 -240 0 -290z";
  const fork =
    "M-12 -20C-14 -60 -66 -70 -66 -120V-280L-48 -296V-130L-10 -124V-300L0 -312L10 -300" +
    "V-124L48 -130V-296L66 -280V-120C66 -70 14 -60 12 -20z";
  return [
    move(
      "translate(290 440) rotate(-10)",
      pen.cast(trowel + grip),
      pen.form(trowel, metal),
      line("M0 -270V-90", shade(metal, 0.3), 4, 'opacity="0.5"'),
      handle,
    ),
    move("translate(510 450) rotate(9)", pen.cast(fork + grip), pen.form(fork, metal), handle),
  ].join("");
};

const secateurs = (pen: Pen) => {
  const [grip, steel] = [pen.hue(0), pen.hue(1)];
  const metal = mix(steel, "#b3b8b7", 0.7);
  const arm = "M-14 20C-50 90 -80 180 -96 290C-98 320 -56 326 -48 298C-34 210 -6 120 24 40z";
  return move(
    "translate(400 350) rotate(24)",
    pen.cast(arm, 14, 20),
    move(
      "scale(-1 1)",
      pen.form(arm, shade(grip, 0.1), "round"),
      pen.form(
        "M-20 30L-30 -20C-70 -60 -80 -140 -40 -200C-30 -130 0 -60 26 20z",
        shade(metal, 0.15),
      ),
    ),
    pen.form("M-24 30C-30 -20 -40 -130 -4 -226C50 -170 60 -60 30 40z", metal),
    line("M-4 -210C-26 -140 -26 -70 -18 0", "#ffffff", 4, 'opacity="0.6"'),
    pen.form(arm, grip, "round"),
    line("M-10 110C0 130 10 130 14 112M-14 150C0 166 14 166 22 150", "#7d7a74", 6),
    oval(2, 22, 24, 24, "#b9975a"),
    oval(-1, 19, 11, 11, "#e4c98f"),
  );
};

const planter = (pen: Pen) => {
  const [paint, wood] = [pen.hue(0), pen.hue(1)];
  const flower = (x: number, top: number, colour: string) =>
    line(d`M${x} 480Q${x + 8} ${(480 + top) / 2} ${x} ${top}`, "#6f8a55", 6) +
    [0, 72, 144, 216, 288]
      .map((a) => oval(x, top - 20, 13, 22, colour, `transform="rotate(${a} ${x} ${top})"`))
      .join("") +
    oval(x, top, 11, 11, "#f0c75e");
  const leafs = [180, 240, 300, 360, 420, 480, 540, 600]
    .map((x, i) => oval(x + 20, 452 - (i % 2) * 14, 46, 30, i % 2 ? "#7c9860" : "#648250"))
    .join("");
  return [
    pen.ground(400, 652, 250),
    flower(230, 300, lighten(paint, 0.45)),
    flower(320, 250, "#e8b7a4"),
    flower(410, 290, lighten(wood, 0.3)),
    flower(500, 240, lighten(paint, 0.45)),
    flower(580, 310, "#e8b7a4"),
    leafs,
    fill("M170 470L190 448H610L630 470z", "#4a3628"),
    leafs,
    pen.form("M150 470H650L630 640Q628 652 614 652H186Q172 652 170 640z", paint),
    line("M154 524H646M160 580H640", shade(paint, 0.4), 4, 'opacity="0.45"'),
    pen.form(boxPath(140, 456, 520, 30, 5), lighten(paint, 0.08), "drape"),
    fill(boxPath(190, 490, 26, 160, 3) + boxPath(584, 490, 26, 160, 3), wood, 'opacity="0.85"'),
  ].join("");
};

const birdhouse = (pen: Pen) => {
  const [paint, roof] = [pen.hue(0), pen.hue(1)];
  const front = polygon([270, 330], [400, 200], [530, 330], [530, 620], [270, 620]);
  return [
    pen.cast(front, 26, 34),
    tube("M400 190C380 150 420 110 400 60", "#a58457", 9),
    pen.form(front, paint),
    line("M335 270V620M400 210V620M465 270V620", shade(paint, 0.4), 3, 'opacity="0.4"'),
    fill("M400 372m-62 0a62 62 0 1 1 124 0a62 62 0 1 1 -124 0z", shade(paint, 0.3)),
    fill("M402 376m-52 0a52 52 0 1 1 104 0a52 52 0 1 1 -104 0z", "#2f241d"),
    tube("M400 480V520", "#b98d5a", 20),
    oval(400, 520, 14, 14, "#d6ae79"),
    pen.form("M400 158L218 340L246 368L400 214L554 368L582 340z", roof),
    fill("M400 158L582 340L554 368L400 214z", shade(roof, 0.2)),
    pen.form(boxPath(246, 612, 308, 30, 6), roof, "drape"),
  ].join("");
};

export const garden: Drawings = {
  "watering-can": onTable(wateringCan),
  "garden-tools": onWall(gardenTools),
  secateurs: onWall(secateurs),
  planter: onTable(planter),
  birdhouse: onWall(birdhouse),
};
