/** Uploads by both faces: the same checks and the same answer. */
import { createHash } from "node:crypto";
import { connect } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { drawPicture, promisedPng } from "./support/pictures.ts";
import { told } from "./support/told.ts";
import { type Asset, keyWith, type Uploads, uploadsTo } from "./support/uploads.ts";

let server: TestServer;
let key: string;
let uploads: Uploads;
beforeAll(async () => {
  server = await openServer();
  key = await keyWith(server, "products:read", "products:write");
  uploads = uploadsTo(server, key);
});
afterAll(() => server.close());

type Sent = Parameters<Uploads["byRest"]>;

const faces = [
  { face: "REST", made: 201, upload: (...sent: Sent) => uploads.byRest(...sent) },
  { face: "tRPC", made: 200, upload: (...sent: Sent) => uploads.byTrpc(...sent) },
];

function formWith(file: Buffer<ArrayBuffer>, name = "photo.jpg", type = "image/jpeg"): FormData {
  const form = new FormData();
  form.set("file", new Blob([file], { type }), name);
  return form;
}

describe.each(faces)("by $face", ({ face, made, upload }) => {
  test("a picture comes back in WebP sizes that anybody may fetch", async () => {
    const picture = await drawPicture({ width: 1500, height: 1000, colour: colourOf(face) });
    const { status, asset } = await upload(formWith(picture, "Blue mug.jpg"));
    expect(status).toBe(made);
    expect(asset).toMatchObject({ width: 1500, height: 1000, content_type: "image/webp" });
    expect(asset.file_name).toBe("Blue mug.jpg");
    expect(asset.sources.map(({ width }) => width)).toEqual([320, 640, 1280, 1500]);
    for (const { url, width } of asset.sources) {
      const response = await server.fetch(url);
      expect(response.status).toBe(200);
      const found = await sharp(await response.arrayBuffer()).metadata();
      expect(found).toMatchObject({ format: "webp", width });
    }
  });

  test("the same file is kept once", async () => {
    const picture = await drawPicture({ colour: "#123456", type: "png" });
    const first = await upload(picture);
    const second = await upload(formWith(picture, "another name.png"));
    expect(second.asset).toEqual(first.asset);
  });

  test("what is no picture of the five kinds is refused, whatever it says it is", async () => {
    const tiff = await sharp(await drawPicture())
      .tiff()
      .toBuffer();
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      "<!doctype html><script>alert(1)</script>",
      "%PDF-1.7",
      "\x89PNG\r\n\x1a\n<script>alert(1)</script>",
      "GIF89a/*",
      tiff,
    ]) {
      const { status, reason, fields } = await upload(formWith(Buffer.from(content), "a.png"));
      expect({ status, reason }, String(content).slice(0, 20)).toEqual({
        status: 400,
        reason: "picture_type_unknown",
      });
      expect(fields["file"]).toEqual([expect.any(String)]);
    }
  });

  test("of a picture that is a program, too, only the picture is kept", async () => {
    const evil = "<script>alert(document.domain)</script>PK\x03\x04";
    for (const type of ["jpeg", "png", "gif", "webp"] as const) {
      const picture = await drawPicture({ type, colour: colourOf(face) });
      const { asset } = await upload(Buffer.concat([picture, Buffer.from(evil)]));
      for (const { url } of asset.sources) {
        const bytes = Buffer.from(await (await server.fetch(url)).arrayBuffer());
        expect(bytes.includes("script"), type).toBe(false);
        expect(bytes.includes("PK\x03\x04"), type).toBe(false);
      }
    }
  });

  test("a picture that is cut off, or promises more than we decode, is refused", async () => {
    for (const type of ["jpeg", "png", "webp", "avif"] as const) {
      const picture = await drawPicture({ type });
      const { status, reason } = await upload(picture.subarray(0, picture.length * 0.6));
      expect({ status, reason: /^picture_(damaged|type_unknown)$/.test(reason) }, type).toEqual({
        status: 400,
        reason: true,
      });
    }
    for (const [width, height] of [
      [30_000, 30_000],
      [16_385, 1],
      [8_000, 5_001],
    ] as const) {
      const { status, reason } = await upload(promisedPng(width, height));
      expect({ status, reason }).toEqual({ status: 400, reason: "picture_too_large" });
    }
    const { reason } = await upload(promisedPng(6_000, 6_000));
    expect(reason).toBe("picture_damaged");
  });

  test("a name is text for people, whatever stands in it", async () => {
    for (const [name, shown] of [
      ["../../../etc/passwd", "passwd"],
      ["..\\..\\boot.ini", "boot.ini"],
      ["a\r\nX-Evil: 1.png", "a X-Evil: 1.png"],
      ["\u202egnp.exe", "gnp.exe"],
    ] as const) {
      const form = formWith(await drawPicture({ colour: shade(name, face) }));
      form.set("file_name", name);
      const { asset } = await upload(form);
      expect(asset.file_name).toBe(shown);
      expect(asset.url).toMatch(/^\/media\/[0-9a-f]{2}\/[0-9a-f]{32}-900x600\.webp$/);
    }
  });

  test("a file beyond the limit is refused before it is read", async () => {
    const { status } = await upload(Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(status).toBe(413);
    expect((await upload(formWith(Buffer.alloc(10 * 1024 * 1024 + 1)))).status).toBe(413);
  });

  test("other bodies are refused by their type, and broken forms by name", async () => {
    for (const type of ["application/json", "text/html", "application/x-www-form-urlencoded"]) {
      expect((await upload(Buffer.from("{}"), { "Content-Type": type })).status, type).toBe(415);
    }
    const zipped = { "Content-Encoding": "gzip" };
    expect((await upload(await drawPicture(), zipped)).status).toBe(415);
    const broken = { "Content-Type": "multipart/form-data; boundary=x" };
    expect(await upload(Buffer.from("--y\r\n"), broken)).toMatchObject({
      status: 400,
      reason: "malformed_form",
    });
    const picture = await drawPicture();
    const twice = formWith(picture);
    twice.append("file", new Blob([picture]), "b.jpg");
    expect(await upload(twice)).toMatchObject({ status: 400, fields: { file: expect.any(Array) } });
    const stray = formWith(picture);
    stray.set("is_admin", "true");
    expect((await upload(stray)).fields).toEqual({ is_admin: ["Unknown field."] });
    expect((await upload(new FormData())).fields).toEqual({ file: ["Send a file."] });
    const text = new FormData();
    text.set("file", "text");
    expect((await upload(text)).fields).toEqual({ file: ["Send a file."] });
  });

  test("whoever may not upload is told so, and nothing is read", async () => {
    const reader = await keyWith(server, "products:read");
    const picture = await drawPicture();
    for (const [Authorization, status] of [
      ["Bearer nonsense", 401],
      [reader, 403],
    ] as const) {
      expect((await upload(picture, { Authorization })).status).toBe(status);
      // The verdict does not wait for the ten megabytes that are announced and never come.
      const path = face === "REST" ? "/api/v1/admin/media/" : "/trpc/media.upload";
      expect(await announced(path, Authorization)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    }
  });
});

const colourOf = (text: string): string => (text === "REST" ? "#00aa00" : "#0000aa");

/** A colour of its own for each text. */
const shade = (...texts: string[]): string =>
  `#${createHash("md5").update(texts.join()).digest("hex").slice(0, 6)}`;

/** The answer to a request whose body is announced only. */
const announced = (path: string, authorization: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const head = [
      `POST ${path} HTTP/1.1`,
      "Host: x",
      `Authorization: ${authorization}`,
      "Content-Type: image/jpeg",
      "Content-Length: 10000000",
    ];
    const socket = connect(server.port, "127.0.0.1", () =>
      socket.write(`${head.join("\r\n")}\r\n\r\n`),
    );
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject);
  });

test("a body of unknown length is cut off at the limit", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 12 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  const response = await server.fetch("/api/v1/admin/media/", {
    method: "POST",
    headers: { Authorization: key, "Content-Type": "application/octet-stream" },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(response.status).toBe(413);
});

test("a name may stand in the query string, once", async () => {
  const picture = await drawPicture({ colour: "#abcdef" });
  const named = await told<Asset>(
    await uploads.send("/api/v1/admin/media/?file_name=mug.jpg", picture),
  );
  expect(named.file_name).toBe("mug.jpg");
  const twice = formWith(picture);
  twice.set("file_name", "a");
  expect((await uploads.send("/api/v1/admin/media/?file_name=b", twice)).status).toBe(400);
  expect((await uploads.send("/api/v1/admin/media/?file=b", picture)).status).toBe(400);
  expect((await uploads.send("/api/v1/admin/media/?purpose=review", picture)).status).toBe(400);
});
