/** A small HTTP server that answers as tRPC does, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly input: unknown;
}

export type Answer =
  | { readonly data: unknown }
  | { readonly status: number; readonly reason: string };
export type Answers = (asked: Asked) => Answer | Promise<Answer>;

export interface FakeApi {
  readonly url: string;
  /** Every call, in the order of arrival, batches taken apart. */
  readonly asked: Asked[];
  /** One entry an HTTP request: the paths it carried. */
  readonly requests: string[][];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
}

function inputsOf(url: URL, body: unknown): unknown {
  const query = url.searchParams.get("input");
  return body ?? (query === null ? undefined : JSON.parse(query));
}

function wire(answer: Answer): { status: number; body: unknown } {
  if ("data" in answer) return { status: 200, body: { result: { data: answer.data } } };
  const { status, reason } = answer;
  const code = status === 401 ? "UNAUTHORIZED" : "BAD_REQUEST";
  const data = { code, httpStatus: status, reason, fields: {}, retryAfterSeconds: null };
  return { status, body: { error: { code: -32000, message: reason, data } } };
}

export async function openFakeApi(answers: Answers): Promise<FakeApi> {
  const asked: Asked[] = [];
  const requests: string[][] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    const paths = decodeURIComponent(url.pathname.replace("/trpc/", "")).split(",");
    const batched = url.searchParams.get("batch") === "1";
    const inputs = inputsOf(url, await bodyOf(request));
    requests.push(paths);
    const results = await Promise.all(
      paths.map(async (path, index) => {
        const input = batched ? (inputs as Record<string, unknown> | undefined)?.[index] : inputs;
        const call: Asked = { path, headers: request.headers, input };
        asked.push(call);
        return wire(await answers(call));
      }),
    );
    const statuses = new Set(results.map(({ status }) => status));
    response.statusCode = statuses.size === 1 ? (results[0]?.status ?? 200) : 207;
    response.setHeader("content-type", "application/json");
    const bodies = results.map(({ body }) => body);
    response.end(JSON.stringify(batched ? bodies : bodies[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/trpc`,
    asked,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
