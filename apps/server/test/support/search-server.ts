/**
 * As much of Elasticsearch and OpenSearch as the adapter asks for, spoken to by the real clients. What is
 * not asked in just that shape is refused as they refuse it, and nothing is found before a refresh.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  Action,
  Aliases,
  Definition,
  Document,
  isWithin,
  Search,
  scoresOf,
} from "./search-language.ts";
import { type Searchable, type Source, searchable } from "./search-scoring.ts";

export type SearchKind = "elasticsearch" | "opensearch";

export interface SearchServer {
  /** As SEARCH_URL. */
  readonly url: string;
  /** Documents of the index behind the alias, by id. */
  documents(alias: string): ReadonlyMap<string, Source>;
  indices(): readonly string[];
  /** As if it had been made under another name. */
  rename(index: string, name: string): void;
  /** How many requests of a kind, such as `_search`, have come. */
  asked(what: string): number;
  /** Runs once, before the next request of the kind is answered. */
  before(what: string, work: () => Promise<unknown>): void;
  /** `hang`: it says nothing more. `fail`: it answers 500. `drop`: it cuts everybody off. */
  fault: "hang" | "fail" | "drop" | null;
  stop(): Promise<void>;
}

export interface SearchServerOptions {
  readonly auth?: { readonly user: string; readonly password: string };
}

interface Index {
  readonly fields: readonly string[];
  readonly documents: Map<string, Source>;
  /** As of the last refresh. */
  visible: Searchable;
}

class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string) {
    super(type);
    this.status = status;
    this.type = type;
  }
}

const REFRESH_MS = 30;

export async function openSearchServer(
  kind: SearchKind,
  options: SearchServerOptions = {},
): Promise<SearchServer> {
  const indices = new Map<string, Index>();
  const aliases = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const awaited = new Map<string, () => Promise<unknown>>();

  /** The one index that a name or an alias leads to. */
  function indexOf(name: string): Index {
    const names = [...(aliases.get(name) ?? [name])];
    if (names.length > 1) throw new Refusal(400, "illegal_argument_exception");
    const index = indices.get(names[0] ?? "");
    if (index === undefined) throw new Refusal(404, "index_not_found_exception");
    return index;
  }

  const refresh = (index: Index): void => {
    index.visible = searchable(index.documents, index.fields);
  };

  function create(name: string, body: string): object {
    if (indices.has(name)) throw new Refusal(400, "resource_already_exists_exception");
    const fields = Object.keys(Definition.parse(JSON.parse(body)).mappings.properties);
    indices.set(name, { fields, documents: new Map(), visible: searchable(new Map(), fields) });
    return { acknowledged: true, shards_acknowledged: true, index: name };
  }

  function bulk(name: string, body: string, needsAlias: boolean): object {
    const lines = body.trimEnd().split("\n");
    const items: object[] = [];
    let changed: Index | undefined;
    let refused = false;
    for (let at = 0; at < lines.length; ) {
      const action = Action.parse(JSON.parse(lines[at++] ?? ""));
      const [verb, { _id }] =
        "index" in action ? ["index", action.index] : ["delete", action.delete];
      const source = verb === "index" ? Document.parse(JSON.parse(lines[at++] ?? "")) : null;
      try {
        if (needsAlias && !aliases.has(name)) throw new Refusal(404, "index_not_found_exception");
        const index = indexOf(name);
        items.push({ [verb as string]: { _id, ...write(index, _id, source) } });
        changed = index;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused = true;
        const { status, type } = error;
        items.push({ [verb as string]: { _id, status, error: { type, reason: type } } });
      }
    }
    const written = changed;
    if (written !== undefined) setTimeout(() => refresh(written), REFRESH_MS).unref();
    return { took: 1, errors: refused, items };
  }

  function write({ documents, fields }: Index, id: string, source: Source | null): object {
    if (source === null) {
      const known = documents.delete(id);
      return { status: known ? 200 : 404, result: known ? "deleted" : "not_found" };
    }
    const strange = Object.keys(source).some((name) => !fields.includes(name));
    if (strange) throw new Refusal(400, "strict_dynamic_mapping_exception");
    const status = documents.has(id) ? 200 : 201;
    documents.set(id, source);
    return { status, result: status === 200 ? "updated" : "created" };
  }

  function find(name: string, body: string): object {
    const { size, query } = Search.parse(JSON.parse(body));
    const { visible, documents } = indexOf(name);
    const { must, filter = [] } = query.bool;
    const scores = must.map((clause) => scoresOf(visible, clause));
    const isAsked = (id: string): boolean =>
      filter.every((range) => isWithin(documents.get(id) ?? {}, range));
    const [first = new Map<string, number>(), ...others] = scores;
    const hits = [...first]
      .filter(([id]) => isAsked(id) && others.every((other) => other.has(id)))
      .map(([_id, score]) => ({
        _index: name,
        _id,
        _score: others.reduce((sum, other) => sum + (other.get(_id) ?? 0), score),
      }))
      .sort((a, b) => b._score - a._score)
      .slice(0, size);
    return { took: 1, timed_out: false, hits: { max_score: hits[0]?._score ?? null, hits } };
  }

  function aliasOf(name: string): object {
    const names = aliases.get(name);
    if (names === undefined) throw new Refusal(404, "aliases_not_found_exception");
    return Object.fromEntries([...names].map((index) => [index, { aliases: { [name]: {} } }]));
  }

  /** All or nothing. */
  function lead(body: string): object {
    const { actions } = Aliases.parse(JSON.parse(body));
    for (const action of actions)
      indexOf("add" in action ? action.add.index : action.remove_index.index);
    for (const action of actions) {
      if ("add" in action) {
        const { alias, index } = action.add;
        aliases.set(alias, (aliases.get(alias) ?? new Set()).add(index));
      } else remove(action.remove_index.index);
    }
    return { acknowledged: true };
  }

  function remove(name: string): object {
    if (!indices.delete(name)) throw new Refusal(404, "index_not_found_exception");
    for (const [alias, names] of aliases) {
      names.delete(name);
      if (names.size === 0) aliases.delete(alias);
    }
    return { acknowledged: true };
  }

  async function answer(req: IncomingMessage, body: string): Promise<object> {
    const url = new URL(req.url ?? "", "http://search");
    const [, name = "", verb] = url.pathname.split("/");
    const what = name.startsWith("_") ? name : (verb ?? `${req.method}`);
    counts.set(what, (counts.get(what) ?? 0) + 1);
    const work = awaited.get(what);
    awaited.delete(what);
    await work?.();
    if (body !== "" && !/json/.test(req.headers["content-type"] ?? "")) {
      throw new Refusal(406, "media_type_header_exception");
    }
    const key = `${req.method} ${what}`;
    if (key === "POST _aliases") return lead(body);
    if (key === "GET _alias") return aliasOf(verb ?? "");
    if (key === "POST _bulk")
      return bulk(name, body, url.searchParams.get("require_alias") === "true");
    if (key === "POST _search") return find(name, body);
    if (key === "POST _refresh") return refresh(indexOf(name)) ?? { _shards: { failed: 0 } };
    if (key === "PUT PUT") return create(name, body);
    if (key === "DELETE DELETE") return remove(name);
    throw new Refusal(400, "no_handler_found");
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of req.setEncoding("utf8")) body += chunk;
    if (server.fault === "hang") return;
    if (server.fault === "drop") {
      req.socket.destroy();
      return;
    }
    let status = 200;
    let told: object;
    try {
      if (server.fault === "fail") throw new Refusal(500, "internal_error");
      if (!isAllowed(req)) throw new Refusal(401, "security_exception");
      told = await answer(req, body);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(400, "parsing_exception");
      ({ status } = refusal);
      told = { status, error: { type: refusal.type, reason: String(error) } };
    }
    // The Elasticsearch client refuses whoever does not say that.
    if (kind === "elasticsearch") res.setHeader("x-elastic-product", "Elasticsearch");
    const type =
      kind === "elasticsearch" ? "application/vnd.elasticsearch+json" : "application/json";
    res.writeHead(status, { "content-type": type }).end(JSON.stringify(told));
  }

  const { auth } = options;
  const expected =
    auth && `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString("base64")}`;
  const isAllowed = (req: IncomingMessage): boolean =>
    expected === undefined || req.headers.authorization === expected;

  const http = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const user = auth === undefined ? "" : `${auth.user}:${auth.password}@`;
  const server: SearchServer = {
    url: `${kind}://${user}127.0.0.1:${port}`,
    documents: (alias) => indexOf(alias).documents,
    indices: () => [...indices.keys()],
    rename(index, name) {
      indices.set(name, indexOf(index));
      indices.delete(index);
      for (const names of aliases.values()) if (names.delete(index)) names.add(name);
    },
    asked: (what) => counts.get(what) ?? 0,
    before: (what, work) => awaited.set(what, work),
    fault: null,
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
