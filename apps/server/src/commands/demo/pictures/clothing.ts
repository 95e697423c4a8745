/** Sewn garments, hung on the wall. */
import { type Drawings, onWall, type Pen, tube } from "./pen.ts";
import { boxPath, d, fill, lighten, line, mix, oval, shade, stitch } from "./svg.ts";

const hanger = (y: number): string =>
  tube(
    d`M400 ${y}V${y - 26}C400 ${y - 50} 436 ${y - 50} 432 ${y - 78}C428 ${y - 104} 384 ` +
      d`${y - 100} 384 ${y - 72}`,
    "#8d8f8e",
    8,
  ) +
  tube(
    d`M250 ${y + 54}C320 ${y + 22} 360 ${y + 2} 400 ${y}C440 ${y + 2} 480 ${y + 22} 550 ${y + 54}`,
    "#c39661",
    17,
  );

const folds = (colour: string, data: string): string =>
  line(data, shade(colour, 0.45), 11, 'opacity="0.13"');

const buttons = (x: number, ys: readonly number[], colour: string): string =>
  ys
    .map(
      (y) =>
        oval(x + 1, y + 2, 8, 8, shade(colour, 0.5), 'opacity="0.4"') +
        oval(x, y, 7.5, 7.5, colour),
    )
    .join("");

const tee = (pen: Pen) => {
  const [cloth, accent] = [pen.hue(0), pen.hue(1)];
  const body =
    "M330 178C280 190 240 206 214 224C180 256 152 320 138 372L226 408L262 340C268 440 " +
    "266 560 258 664C350 680 450 680 542 664C534 560 532 440 538 340L574 408L662 372C648 " +
    "320 620 256 586 224C560 206 520 190 470 178C450 214 350 214 330 178z";
  return [
    hanger(176),
    pen.cast(body),
    fill("M330 178C350 166 450 166 470 178C450 214 350 214 330 178z", shade(cloth, 0.42)),
    pen.form(body, cloth),
    line("M330 178C350 214 450 214 470 178", shade(cloth, 0.14), 15),
    stitch("M262 648C350 662 450 662 538 648M148 352L234 388M652 352L566 388", shade(cloth, 0.35)),
    pen.form(boxPath(438, 296, 66, 74, 6), mix(cloth, accent, 0.4)),
    folds(
      cloth,
      "M262 350C300 400 290 470 296 640M538 350C506 420 516 500 506 640M400 420C392 500 " +
        "404 560 400 650",
    ),
  ].join("");
};

const shirt = (short: boolean) => (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const sleeves = short
    ? "M240 206C200 240 172 310 158 380L246 404L284 300zM560 206C600 240 628 310 642 380" +
      "L554 404L516 300z"
    : "M240 206C196 250 172 380 150 560L232 574L284 320zM560 206C604 250 628 380 650 560" +
      "L568 574L516 320z";
  const body =
    "M336 172L240 206C250 300 270 330 268 420C268 520 262 600 256 660C300 690 350 676 " +
    "400 672C450 676 500 690 544 660C538 600 532 520 532 420C530 330 550 300 560 206L464 " +
    "172L400 214z";
  return [
    hanger(170),
    pen.cast(body + sleeves),
    pen.form(sleeves, shade(cloth, 0.06)),
    short
      ? ""
      : fill(
          "M154 528L150 562L232 576L236 544zM646 528L650 562L568 576L564 544z",
          lighten(cloth, 0.14),
        ),
    pen.form(body, cloth),
    fill("M350 168C370 158 430 158 450 168L400 220z", shade(cloth, 0.45)),
    pen.form(
      "M344 160L400 222L362 274L318 184zM456 160L400 222L438 274L482 184z",
      lighten(cloth, 0.12),
    ),
    line("M384 240V672M416 240V672", shade(cloth, 0.3), 2.5, 'opacity="0.6"'),
    buttons(400, [290, 362, 434, 506, 578, 640], trim),
    pen.form("M448 316H520V388L484 404L448 388z", lighten(cloth, 0.06)),
    stitch("M448 330H520", shade(cloth, 0.4)),
    folds(cloth, "M286 340C300 420 296 540 300 650M514 420C506 500 512 560 506 650"),
  ].join("");
};

const trousers = (wide: boolean) => (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const flare = wide ? 44 : 0;
  const body =
    d`M276 130H524C540 260 ${552 + flare} 480 ${552 + flare} 700H${430 - flare / 3}C424 540 ` +
    d`410 420 400 340C390 420 376 540 ${370 + flare / 3} 700H${248 - flare}` +
    d`C${248 - flare} 480 260 260 276 130z`;
  return [
    pen.cast(body),
    pen.form(body, cloth),
    pen.form(boxPath(274, 122, 252, 40, 5), shade(cloth, 0.1), "drape"),
    wide
      ? line("M300 166v40M320 166v34M480 166v34M500 166v40", shade(cloth, 0.4), 4, 'opacity="0.5"')
      : "",
    line(
      "M278 168C300 190 306 230 302 262M522 168C500 190 494 230 498 262",
      shade(cloth, 0.4),
      4,
      'opacity="0.7"',
    ),
    stitch(
      "M286 174C310 200 314 236 310 262M514 174C490 200 486 236 490 262M400 170V300C398 " +
        "316 388 322 376 318",
      lighten(cloth, 0.4),
    ),
    buttons(400, [142], trim),
    fill(boxPath(312, 116, 14, 52, 3) + boxPath(474, 116, 14, 52, 3), shade(cloth, 0.22)),
    folds(
      cloth,
      "M330 300C322 420 316 560 310 690M470 300C478 420 484 560 490 690M400 340C380 350 " +
        "350 352 330 340",
    ),
    stitch(
      d`M${250 - flare} 680H${372 + flare / 3}M${430 - flare / 3} 680H${550 + flare}`,
      lighten(cloth, 0.4),
    ),
  ].join("");
};

const dress = (pen: Pen) => {
  const [cloth, accent] = [pen.hue(0), pen.hue(1)];
  const body =
    "M338 176L276 200C286 280 304 320 300 378C272 480 234 580 206 690C330 716 470 716 " +
    "594 690C566 580 528 480 500 378C496 320 514 280 524 200L462 176C450 250 350 250 338 176z";
  const sleeves =
    "M280 198C232 220 206 270 194 330L272 352L304 290zM520 198C568 220 594 270 606 330" +
    "L528 352L496 290z";
  return [
    hanger(168),
    pen.cast(body + sleeves),
    pen.form(sleeves, shade(cloth, 0.08)),
    fill("M338 176C352 166 448 166 462 176C450 250 350 250 338 176z", shade(cloth, 0.45)),
    pen.form(body, cloth),
    pen.form("M298 364C340 376 460 376 502 364L506 394C460 406 340 406 294 394z", accent, "drape"),
    line("M430 390C440 440 430 480 448 520M440 388C470 420 462 450 484 484", accent, 9),
    folds(
      cloth,
      "M330 410C310 500 284 600 270 690M380 410C372 520 360 600 356 700M452 412C470 520 " +
        "488 600 500 694M420 410C426 520 432 620 438 700",
    ),
    stitch("M212 674C330 698 470 698 588 674M200 318L276 338M600 318L524 338", lighten(cloth, 0.4)),
  ].join("");
};

const choreJacket = (pen: Pen) => {
  const [cloth, trim] = [pen.hue(0), pen.hue(1)];
  const sleeves =
    "M236 210C188 260 164 400 146 580L238 596L286 330zM564 210C612 260 636 400 654 580" +
    "L562 596L514 330z";
  const body =
    "M330 174L234 208C246 300 264 340 262 430C260 520 256 590 254 662H546C544 590 540 " +
    "520 538 430C536 340 554 300 566 208L470 174L400 236z";
  const pocket = (x: number, y: number, w: number, h: number) =>
    pen.form(
      d`M${x} ${y}h${w}v${h - 12}q0 12 -12 12h${24 - w}q-12 0 -12 -12z`,
      lighten(cloth, 0.08),
    ) +
    stitch(
      d`M${x} ${y + 16}h${w}M${x + 6} ${y}v${h - 12}M${x + w - 6} ${y}v${h - 12}`,
      lighten(cloth, 0.5),
    );
  return [
    hanger(170),
    pen.cast(body + sleeves),
    pen.form(sleeves, shade(cloth, 0.08)),
    pen.form(body, cloth),
    fill("M352 170C370 160 430 160 448 170L400 240z", shade(cloth, 0.5)),
    pen.form(
      "M340 160L400 240L350 280L306 192zM460 160L400 240L450 280L494 192z",
      shade(cloth, 0.12),
    ),
    line("M414 240V662", shade(cloth, 0.4), 4),
    stitch("M426 254V650M262 646H538M152 556L240 572M648 556L560 572", lighten(cloth, 0.5)),
    pocket(282, 486, 98, 120),
    pocket(442, 486, 92, 120),
    pocket(446, 316, 74, 86),
    buttons(400, [296, 380, 464, 548], trim),
    folds(cloth, "M286 340C300 380 290 420 296 470M514 430C508 450 512 470 510 480"),
  ].join("");
};

const apron = (pen: Pen) => {
  const [cloth, strap] = [pen.hue(0), pen.hue(1)];
  const body =
    "M312 236H488C492 320 540 350 572 372C580 480 580 590 574 690H226C220 590 220 480 " +
    "228 372C260 350 308 320 312 236z";
  return [
    pen.cast(body),
    tube("M320 240C320 90 480 90 480 240", strap, 14),
    tube("M230 384C170 400 160 470 178 560M570 384C630 400 640 470 622 560", strap, 12),
    oval(400, 112, 12, 12, "#a9834f"),
    pen.form(body, cloth, "drape"),
    pen.form("M290 470H510V570Q510 590 490 590H310Q290 590 290 570z", shade(cloth, 0.08)),
    line("M400 474V588", shade(cloth, 0.35), 3),
    stitch("M290 486H510M318 252H482M234 676H566", lighten(cloth, 0.5)),
    pen.form(boxPath(368, 300, 64, 82, 5), shade(cloth, 0.1)),
    [
      [294, 474],
      [506, 474],
      [320, 250],
      [480, 250],
    ]
      .map(([x = 0, y = 0]) => oval(x, y, 6, 6, "#c79a5c"))
      .join(""),
    folds(
      cloth,
      "M286 600C280 640 282 660 280 684M520 600C526 640 522 660 524 684M330 400C320 420 " +
        "316 440 312 460",
    ),
  ].join("");
};

export const clothing: Drawings = {
  tee: onWall(tee),
  shirt: onWall(shirt(false)),
  "shirt-short": onWall(shirt(true)),
  trousers: onWall(trousers(false)),
  "trousers-wide": onWall(trousers(true)),
  dress: onWall(dress),
  "chore-jacket": onWall(choreJacket),
  apron: onWall(apron),
};
