/** Sending pictures of the catalogue by either face. */
import { access, type Permission } from "@souk/api";
import type { TestServer } from "./open-server.ts";
import { told } from "./told.ts";

export interface Asset {
  readonly id: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly content_type: string;
  readonly bytes: number;
  readonly file_name: string;
  readonly sources: readonly { readonly url: string; readonly width: number }[];
}

export interface Answer {
  readonly status: number;
  readonly asset: Asset;
  readonly reason: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** What an API key with these permissions authorizes itself by. */
export async function keyWith(server: TestServer, ...permissions: Permission[]): Promise<string> {
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
type Headers = Readonly<Record<string, string>>;

const typeFor = (body: Body): Headers =>
  body instanceof FormData ? {} : { "Content-Type": "application/octet-stream" };

interface RestError {
  readonly code: string;
  readonly errors?: Answer["fields"];
}

interface TrpcResult {
  readonly result?: { readonly data: Asset };
  readonly error?: { readonly data: { reason: string; fields: Answer["fields"] } };
}

export type Uploads = ReturnType<typeof uploadsTo>;

/** As whoever `key` stands for, unless the headers name somebody else. */
export function uploadsTo(server: TestServer, key: string) {
  const send = (path: string, body: Body, headers: Headers = {}) =>
    server.fetch(path, {
      method: "POST",
      headers: { Authorization: key, ...typeFor(body), ...headers },
      body,
    });
  const byRest = async (body: Body, headers?: Headers): Promise<Answer> => {
    const response = await send("/api/v1/admin/media/", body, headers);
    const answer = await told<Asset & RestError>(response);
    const { status } = response;
    return { status, asset: answer, reason: answer.code, fields: answer.errors ?? {} };
  };
  const byTrpc = async (body: Body, headers?: Headers): Promise<Answer> => {
    const response = await send("/trpc/media.upload", body, headers);
    const { result, error } = await told<TrpcResult>(response);
    const { status } = response;
    const asset = result?.data ?? ({} as Asset);
    return { status, asset, reason: error?.data.reason ?? "", fields: error?.data.fields ?? {} };
  };
  return { send, byRest, byTrpc };
}
