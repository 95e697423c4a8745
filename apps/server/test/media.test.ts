/** Uploads by both faces: the same checks, the same answer, and a picture that everybody may see. */
import { access, type Permission } from "@souk/api";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServer, type TestServer } from "./support/open-server.ts";
import { drawPicture, phonePhoto } from "./support/pictures.ts";
import { told } from "./support/told.ts";

interface Asset {
  readonly id: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly content_type: string;
  readonly bytes: number;
  readonly file_name: string;
  readonly sources: readonly { readonly url: string; readonly width: number }[];
}

interface Answer {
  readonly status: number;
  readonly asset: Asset;
  readonly reason: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await openServer();
  key = await keyWith("products:read", "products:write");
});
afterAll(() => server.close());

async function keyWith(...permissions: Permission[]): Promise<string> {
  const actor = {
    kind: "api_key",
    keyId: "",
    name: "",
    permissions: new Set(permissions),
  } as const;
  const input = { name: "Uploads", permissions, expires_at: null };
  const made = await access.createApiKey({ ...server.services.systemContext(), actor }, input);
  return `Bearer ${made.key}`;
}

type Body = Buffer<ArrayBuffer> | FormData;

const send = (path: string, body: Body, headers: Record<string, string> = {}) =>
  server.fetch(path, {
    method: "POST",
    headers: { Authorization: key, ...typeFor(body), ...headers },
    body,
  });

const typeFor = (body: Body): Record<string, string> =>
  body instanceof FormData ? {} : { "Content-Type": "application/octet-stream" };

interface RestError {
  readonly code: string;
  readonly errors?: Answer["fields"];
}

async function byRest(body: Body, headers?: Record<string, string>): Promise<Answer> {
  const response = await send("/api/v1/admin/media/", body, headers);
  const answer = await told<Asset & RestError>(response);
  const { status } = response;
  return { status, asset: answer, reason: answer.code, fields: answer.errors ?? {} };
}

interface TrpcResult {
  readonly result?: { readonly data: Asset };
  readonly error?: { readonly data: { reason: string; fields: Answer["fields"] } };
}

async function byTrpc(body: Body, headers?: Record<string, string>): Promise<Answer> {
  const response = await send("/trpc/media.upload", body, headers);
  const { result, error } = await told<TrpcResult>(response);
  const { status } = response;
  const asset = result?.data ?? ({} as Asset);
  return { status, asset, reason: error?.data.reason ?? "", fields: error?.data.fields ?? {} };
}

const faces = [
  { face: "REST", made: 201, upload: byRest },
  { face: "tRPC", made: 200, upload: byTrpc },
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
});

const colourOf = (text: string): string => (text === "REST" ? "#00aa00" : "#0000aa");

test("a photo is turned upright, and tells of no place and no person", async () => {
  const photo = await phonePhoto();
  expect(photo.includes("Secretphone")).toBe(true);
  const { asset } = await byRest(photo);
  expect(asset).toMatchObject({ width: 600, height: 800 });
  for (const { url } of asset.sources) {
    const bytes = Buffer.from(await (await server.fetch(url)).arrayBuffer());
    const found = await sharp(bytes).metadata();
    expect(found.exif).toBeUndefined();
    expect(found.orientation).toBeUndefined();
    expect(bytes.includes("Secretphone")).toBe(false);
  }
});
