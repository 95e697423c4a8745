/** The official clients of Elasticsearch and OpenSearch, as one: what both are asked is the same HTTP. */
import type { SearchConfig } from "../../config/search.ts";

export interface Ask {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Lines of a bulk, instead of a body. */
  readonly lines?: readonly object[];
  readonly timeoutMs: number;
}

export interface Told {
  readonly status: number;
  readonly body: unknown;
}

export interface SearchClient {
  /** Throws when there is no answer in time, or one that is neither 2xx nor 404. */
  ask(ask: Ask): Promise<Told>;
  close(): Promise<void>;
}

/** The clients are large: the one that is used is loaded, and only where one is. */
export function clientOf(config: SearchConfig): Promise<SearchClient> {
  return config.kind === "elasticsearch" ? elasticsearch(config) : opensearch(config);
}

const paramsOf = ({ method, path, query, body, lines }: Ask) => ({
  method,
  path,
  ...(query === undefined ? {} : { querystring: { ...query } }),
  ...(body === undefined ? {} : { body }),
  ...(lines === undefined ? {} : { bulkBody: [...lines] }),
});

/** Nobody waits for another try: who may wait asks again later. */
const optionsOf = ({ timeoutMs }: Ask) => ({
  requestTimeout: timeoutMs,
  maxRetries: 0,
  ignore: [404],
});

async function elasticsearch({ node, auth }: SearchConfig): Promise<SearchClient> {
  const { Client } = await import("@elastic/elasticsearch");
  const client = new Client({ node, ...(auth === null ? {} : { auth }) });
  return {
    async ask(ask) {
      const options = { ...optionsOf(ask), meta: true } as const;
      const { statusCode, body } = await client.transport.request(paramsOf(ask), options);
      return { status: statusCode, body };
    },
    close: () => client.close(),
  };
}

async function opensearch({ node, auth }: SearchConfig): Promise<SearchClient> {
  const { Client } = await import("@opensearch-project/opensearch");
  const client = new Client({ node, ...(auth === null ? {} : { auth }) });
  return {
    async ask(ask) {
      const { statusCode, body } = await client.transport.request(paramsOf(ask), optionsOf(ask));
      return { status: statusCode ?? 0, body };
    },
    close: () => client.close(),
  };
}
