/** The dependency rule, executable: zod <- contract <- service <- router <- index; browsers stay out. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const MAX_LINES = 300;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Imports as written; a type-only import keeps the word. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(import|export)( type)? [^;]*?from "([^"]+)"|^import "([^"]+)"/gms)].map(
    ([, , type, from, bare]) => `${type === undefined ? "" : "type "}${from ?? bare}`,
  );

function sources(folder: string): readonly Source[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(dist|node_modules)\//.test(path))
    .map((path) => {
      const text = readFileSync(new URL(`${folder}${path}`, root), "utf8");
      return { path, text, imports: importsOf(text) };
    });
}

const isTest = ({ path }: Source): boolean => /\.test\.tsx?$|^testing\//.test(path);
const api = sources("packages/api/src/").filter((source) => !isTest(source));
const plain = (from: string): string => from.replace(/^type /, "");

/** Where a relative import leads, from `src`; libraries stay as they are. */
const target = (path: string, from: string): string =>
  from.startsWith(".") ? join(dirname(path), from) : from;

const LIBRARY = String.raw`(?!@trpc/|express|trpc-to-openapi)[a-z@][\w@./:-]*(?<!\.ts)`;
/** What is said in a contract, or in several: pure zod. */
const CONTRACT = String.raw`[a-z-]+/([a-z-]+/)?(contract|(custom-)?fields)\.ts|kernel/permissions\.ts`;
const KERNEL = String.raw`kernel/(?!trpc|rest)[a-z-]+\.ts`;
const PORT = String.raw`ports/[a-z-]+\.ts`;
/** Another domain's rules, or those of one of its conversations. */
const SERVICE = String.raw`(?!kernel|ports|testing)[a-z-]+/([a-z-]+/)?service(/[a-z-]+)?\.ts`;

interface Layer {
  readonly files: RegExp;
  readonly may: (domain: string) => RegExp;
}

const only = (...parts: readonly string[]): RegExp => new RegExp(`^(${parts.join("|")})$`);
const inside = (domain: string): string => String.raw`${domain}/(?!.*router)[a-z/-]+\.ts`;

const layers: Readonly<Record<string, Layer>> = {
  contract: {
    files: /^[a-z-]+\/([a-z-]+\/)?contract\.ts$/,
    may: () => only("zod", CONTRACT),
  },
  service: {
    files: /^(?!kernel|ports|testing)[a-z-]+\/([a-z-]+\/)?service(\.ts|\/)/,
    may: (domain) => only(LIBRARY, CONTRACT, KERNEL, PORT, SERVICE, inside(domain)),
  },
  router: {
    files: /^[a-z-]+\/([a-z-]+\/)?router\.ts$/,
    may: (domain) =>
      only(
        "zod",
        CONTRACT,
        String.raw`kernel/(trpc|rest|contract)\.ts`,
        String.raw`${domain}/([a-z-]+/)?(service(/index)?|router)\.ts`,
      ),
  },
  kernel: {
    files: /^kernel\//,
    may: () => only(String.raw`[a-z@][\w@./:-]*(?<!\.ts)`, String.raw`(kernel|ports)/[a-z-]+\.ts`),
  },
  port: {
    files: /^ports\//,
    may: () => only(String.raw`(kernel|ports)/[a-z-]+\.ts`),
  },
};

describe.each(Object.entries(layers))("a %s", (_layer, { files, may }) => {
  const members = api.filter(({ path }) => files.test(path));

  it("exists", () => {
    expect(members).not.toEqual([]);
  });

  it.each(members)("imports only what it may: $path", ({ path, imports }) => {
    const allowed = may(path.split("/")[0] ?? "");
    const wrong = imports.filter((from) => !allowed.test(target(path, plain(from))));
    expect(wrong).toEqual([]);
  });
});

it("domains call each other's services in no circle", () => {
  const calls = new Map<string, Set<string>>();
  for (const { path, imports } of api) {
    const [domain = ""] = path.split("/");
    if (!path.includes("/") || /^(kernel|ports|testing)$/.test(domain)) continue;
    const called = imports.flatMap((from) => {
      const [, other] =
        /^([a-z-]+)\/(?:[a-z-]+\/)?(?:service|pricing)/.exec(target(path, plain(from))) ?? [];
      return other === undefined || other === domain ? [] : [other];
    });
    calls.set(domain, new Set([...(calls.get(domain) ?? []), ...called]));
  }
  const walk = (domain: string, trail: readonly string[]): void => {
    expect(trail, `${[...trail, domain].join(" -> ")}`).not.toContain(domain);
    for (const next of calls.get(domain) ?? []) walk(next, [...trail, domain]);
  };
  for (const domain of calls.keys()) walk(domain, []);
});

it("the database package knows nothing of the api", () => {
  for (const { path, imports } of sources("packages/db/src/")) {
    expect(
      imports.filter((from) => plain(from).startsWith("@souk/")),
      path,
    ).toEqual([]);
  }
});

it("the client takes types from the api and values from its contracts only", () => {
  for (const { path, imports } of sources("packages/client/src/")) {
    const souk = imports.filter((from) => plain(from).startsWith("@souk/"));
    const wrong = souk.filter((from) => !/^type @souk\/api$|@souk\/api\/contracts\//.test(from));
    expect(wrong, path).toEqual([]);
  }
});

it("the web sample uses @souk/client and nothing else of ours", () => {
  for (const { path, imports } of sources("apps/web-sample/src/")) {
    const souk = imports.filter((from) => plain(from).startsWith("@souk/"));
    const wrong = souk.filter((from) => !/^(type )?@souk\/client(\/|$)/.test(from));
    expect(wrong, path).toEqual([]);
  }
});

it("the server comes in by the front doors", () => {
  const doors = /^@souk\/(api|db)(\/testing|\/contracts\/[a-z-]+)?$/;
  for (const { path, imports } of sources("apps/server/src/")) {
    const souk = imports.map(plain).filter((from) => from.startsWith("@souk/"));
    expect(
      souk.filter((from) => !doors.test(from)),
      path,
    ).toEqual([]);
  }
});

it("packages never read the environment; the tests' own set-up is the exception", () => {
  for (const folder of ["packages/api/src/", "packages/db/src/", "packages/client/src/"]) {
    for (const { path, text } of sources(folder)) {
      if (path.startsWith("testing/")) continue;
      expect(text, `${folder}${path}`).not.toMatch(/process\.env/);
    }
  }
});

it("no file has grown past the limit", () => {
  const folders = ["packages/api/", "packages/db/", "packages/client/", "apps/server/src/"];
  const long = [...folders, "apps/web-sample/", "bench/"]
    .flatMap((folder) => sources(folder).map((source) => ({ ...source, folder })))
    // The demo catalogue is data.
    .filter(({ path }) => !path.includes("commands/demo/catalog/"))
    .map(({ folder, path, text }) => ({ file: folder + path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});
