/**
 * A small S3: one bucket, objects by PUT, GET, HEAD and DELETE, and every request's signature (version
 * 4) computed again from what arrived. It can be told to fail, or to be slow.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const S3_REGION = "eu-test-1";
export const S3_ACCESS_KEY = "AKIDTEST";
export const S3_SECRET = "a-secret-of-the-test-bucket";
const BUCKET = "souk-media";

interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string;
}

export interface S3Server {
  readonly url: string;
  /** As STORAGE_URL names it. */
  readonly storageUrl: string;
  readonly objects: Map<string, StoredObject>;
  /** Methods of the requests that arrived with a right signature. */
  readonly requests: string[];
  /** Answers every request with this status. */
  failWith: number | null;
  /** Answers nothing for so long. */
  delayMs: number;
  close(): Promise<void>;
}

export async function openS3(): Promise<S3Server> {
  const http = createServer((req, res) => void answer(s3, req, res));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const s3: S3Server = {
    url,
    storageUrl: `s3://${BUCKET}/shop?endpoint=${encodeURIComponent(url)}&region=${S3_REGION}`,
    objects: new Map(),
    requests: [],
    failWith: null,
    delayMs: 0,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return s3;
}

async function answer(s3: S3Server, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (s3.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, s3.delayMs));
  if (s3.failWith !== null) return fail(res, s3.failWith, "InternalError");
  if (!isSigned(req, body)) return fail(res, 403, "SignatureDoesNotMatch");
  const { method = "", url = "" } = req;
  s3.requests.push(method);
  const [, bucket, ...rest] = decodeURIComponent(url.split("?")[0] ?? "").split("/");
  if (bucket !== BUCKET) return fail(res, 404, "NoSuchBucket");
  const key = rest.join("/");
  if (method === "PUT") {
    s3.objects.set(key, { bytes: body, type: req.headers["content-type"] ?? "" });
    res.writeHead(200, { ETag: '"1"' }).end();
  } else if (method === "DELETE") {
    s3.objects.delete(key);
    res.writeHead(204).end();
  } else {
    sendObject(res, s3.objects.get(key), method === "HEAD");
  }
}

function sendObject(res: ServerResponse, found: StoredObject | undefined, headOnly: boolean): void {
  if (found === undefined) {
    // S3 answers a HEAD without a body, and so without a code.
    if (headOnly) res.writeHead(404).end();
    else fail(res, 404, "NoSuchKey");
    return;
  }
  res.writeHead(200, { "Content-Type": found.type, "Content-Length": found.bytes.length });
  res.end(headOnly ? undefined : found.bytes);
}

function fail(res: ServerResponse, status: number, code: string): void {
  res.writeHead(status, { "Content-Type": "application/xml" });
  res.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const [, accessKey, day = "", region, names = "", signature = ""] =
    AUTHORIZATION.exec(req.headers.authorization ?? "") ?? [];
  const payload = String(req.headers["x-amz-content-sha256"]);
  if (accessKey !== S3_ACCESS_KEY || region !== S3_REGION || payload !== sha256(body)) return false;
  const [path = "", query = ""] = (req.url ?? "").split("?");
  const headers = names.split(";").map((name) => `${name}:${String(req.headers[name]).trim()}\n`);
  const canonical = [
    ...[req.method, path, sortedQuery(query), headers.join(""), names, payload],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const time = String(req.headers["x-amz-date"]);
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${S3_SECRET}`);
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex"));
}

const sortedQuery = (query: string): string =>
  query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => (part.includes("=") ? part : `${part}=`))
    .sort()
    .join("&");
