/** Pictures by sharp: what it refuses by itself, and how it bounds its work. */
import sharp from "sharp";
import { expect, test } from "vitest";
import { sharpImages } from "../src/adapters/images/sharp.ts";
import { drawPicture } from "./support/pictures.ts";

const SIZES = { maxSide: 800, widths: [100, 400, 2000] };

test("makes the sizes below the largest, and enlarges nothing", async () => {
  const images = sharpImages();
  const made = await images.render(await drawPicture({ width: 1600, height: 1200 }), SIZES);
  expect(made?.map(({ width, height }) => [width, height])).toEqual([
    [800, 600],
    [400, 300],
    [100, 75],
  ]);
  const small = await images.render(await drawPicture({ width: 60, height: 40 }), SIZES);
  expect(small?.map(({ width }) => width)).toEqual([60]);
});

test("keeps colours and transparency", async () => {
  const glass = { channels: 4, background: { r: 10, g: 200, b: 30, alpha: 0.5 } } as const;
  const png = await sharp({ create: { width: 40, height: 40, ...glass } })
    .png()
    .toBuffer();
  const [made] = (await sharpImages().render(png, SIZES)) ?? [];
  const { data, info } = await sharp(made?.bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  const [red = 0, green = 0, blue = 0, alpha = 0] = data;
  expect(Math.abs(alpha - 128)).toBeLessThan(3);
  expect(green).toBeGreaterThan(180);
  expect(Math.max(red, blue)).toBeLessThan(60);
});

test("decodes no more pixels than its own limit, whatever the rules let through", async () => {
  const picture = await drawPicture({ width: 200, height: 100 });
  const images = sharpImages({ maxPixels: 10_000 });
  expect(await images.inspect(picture)).toMatchObject({ width: 200, height: 100 });
  expect(await images.render(picture, SIZES)).toBeNull();
});

test("works on few at once, lets some wait, and refuses the rest", async () => {
  const images = sharpImages({ atOnce: 1, waiting: 2 });
  const picture = await drawPicture();
  const ended = await Promise.allSettled(
    Array.from({ length: 5 }, () => images.render(picture, SIZES)),
  );
  const refused = ended.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(2);
  expect(refused[0]).toMatchObject({ reason: { kind: "unavailable", reason: "pictures_busy" } });
  // Nobody's place is lost.
  expect(await images.render(picture, SIZES)).toHaveLength(3);
});
