/** Stools, chairs, benches, tables and sideboards. */
import { type Drawings, onTable, type Pen, tube } from "./pen.ts";
import { boxPath, d, fill, lighten, line, mix, move, oval, shade } from "./svg.ts";

const leg = (
  x: number,
  y: number,
  toX: number,
  toY: number,
  width: number,
  wood: string,
): string => {
  const half = width / 2;
  return (
    fill(
      d`M${x - half} ${y}L${toX - half * 0.6} ${toY}H${toX + half * 0.6}L${x + half} ${y}z`,
      wood,
    ) + fill(d`M${x} ${y}L${toX} ${toY}H${toX + half * 0.6}L${x + half} ${y}z`, shade(wood, 0.24))
  );
};

const stool = (pen: Pen) => {
  const [wood, seat] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 690, 170, 0.5),
    leg(330, 370, 306, 640, 30, shade(wood, 0.3)),
    leg(470, 370, 494, 640, 30, shade(wood, 0.3)),
    fill("M262 560L538 560V574H262z", shade(wood, 0.18)),
    leg(290, 370, 236, 696, 36, wood),
    leg(510, 370, 564, 696, 36, wood),
    pen.turned(
      400,
      [
        [330, 186],
        [352, 190],
        [372, 184],
      ],
      seat,
    ),
    oval(400, 330, 186, 40, lighten(seat, 0.2)),
    oval(410, 334, 130, 24, shade(seat, 0.08), 'opacity="0.6"'),
  ].join("");
};

const chair = (pen: Pen) => {
  const [wood, seat] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 690, 190, 0.5),
    leg(300, 420, 282, 640, 24, shade(wood, 0.32)),
    leg(506, 420, 524, 640, 24, shade(wood, 0.32)),
    tube("M282 440C270 300 272 220 284 152", wood, 24),
    tube("M518 440C530 300 528 220 516 152", wood, 24),
    pen.form(
      "M270 150C330 122 470 122 530 150C536 196 534 222 530 236C470 214 330 214 270 236" +
        "C266 222 264 196 270 150z",
      wood,
      "drape",
    ),
    tube("M340 226L334 420M400 222V420M460 226L466 420", wood, 12),
    leg(276, 460, 248, 696, 30, wood),
    leg(524, 460, 552, 696, 30, wood),
    pen.form("M268 416H532L566 470C566 490 556 494 540 494H260C244 494 234 490 234 470z", seat),
    fill(
      "M234 468C340 480 460 480 566 468C566 490 556 494 540 494H260C244 494 234 490 234 468z",
      shade(seat, 0.22),
    ),
  ].join("");
};

const sideTable = (pen: Pen) => {
  const [top, base] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 690, 170, 0.5),
    tube("M400 400L264 692M400 400L536 692", base, 22),
    tube("M400 400L410 664", shade(base, 0.25), 20),
    pen.turned(
      400,
      [
        [350, 222],
        [366, 226],
        [384, 220],
      ],
      top,
    ),
    oval(400, 350, 222, 44, lighten(top, 0.22)),
    pen.turned(
      330,
      [
        [248, 34],
        [290, 52],
        [346, 40],
      ],
      shade(base, 0.1),
    ),
    line(
      "M328 250C318 200 300 170 278 156M332 250C336 190 350 160 372 140M330 250C328 190 " +
        "326 150 330 118",
      "#6c8457",
      5,
    ),
    [
      [278, 156],
      [372, 140],
      [330, 118],
    ]
      .map(([x = 0, y = 0]) => oval(x, y, 15, 22, "#86a06c"))
      .join(""),
    pen.form("M420 330H550L566 348H406z", mix(top, base, 0.6)),
    fill("M426 316H540L552 330H418z", lighten(base, 0.55)),
  ].join("");
};

const sideboard = (pen: Pen) => {
  const [wood, door] = [pen.hue(0), pen.hue(1)];
  const slats = (x: number) =>
    line(
      Array.from({ length: 12 }, (_, i) => d`M${x + 8 + i * 13} 396V600`).join(""),
      shade(door, 0.45),
      3,
      'opacity="0.45"',
    );
  return [
    pen.ground(400, 690, 270, 0.5),
    leg(160, 620, 146, 692, 26, wood),
    leg(640, 620, 654, 692, 26, wood),
    pen.form("M120 366H680V626H120z", wood),
    fill("M144 340H656L690 366H110z", lighten(wood, 0.26)),
    fill("M110 366H690V382H110z", shade(wood, 0.1)),
    [140, 314, 488]
      .map(
        (x) =>
          pen.form(boxPath(x, 394, 168, 212, 3), door) +
          slats(x) +
          oval(x + 150, 500, 8, 8, "#b9975a"),
      )
      .join(""),
    pen.turned(
      230,
      [
        [236, 16],
        [270, 16],
        [300, 48],
        [350, 40],
      ],
      lighten(door, 0.25),
    ),
    move(
      "translate(540 348)",
      pen.form(boxPath(-70, -22, 140, 22, 3), shade(door, 0.25)),
      pen.form(boxPath(-60, -42, 116, 20, 3), lighten(wood, 0.4)),
    ),
  ].join("");
};

const bench = (pen: Pen) => {
  const [wood, cloth] = [pen.hue(0), pen.hue(1)];
  return [
    pen.ground(400, 690, 260, 0.5),
    leg(210, 470, 200, 650, 28, shade(wood, 0.3)),
    leg(590, 470, 600, 650, 28, shade(wood, 0.3)),
    leg(166, 480, 146, 696, 34, wood),
    leg(634, 480, 654, 696, 34, wood),
    pen.form("M150 420H650L690 462V486H110V462z", wood),
    fill("M110 462H690V486H110z", shade(wood, 0.24)),
    pen.form(
      "M156 390C300 376 500 376 644 390C668 400 680 440 678 456C500 470 300 470 122 456" +
        "C120 440 132 400 156 390z",
      cloth,
      "drape",
    ),
    line(
      "M290 386C284 410 282 436 282 462M510 386C516 410 518 436 518 462",
      shade(cloth, 0.35),
      4,
      'opacity="0.5"',
    ),
  ].join("");
};

export const furniture: Drawings = {
  stool: onTable(stool),
  chair: onTable(chair),
  "side-table": onTable(sideTable),
  sideboard: onTable(sideboard),
  bench: onTable(bench),
};
