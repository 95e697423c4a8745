/** What can be typed: the commands, their words and their options. */
import { parseArgs } from "node:util";

export const USAGE = `Usage: souk <command>

  migrate                           Bring the database up to date
  seed                              Fill an empty store with the demo catalogue
  import products FILE [--dry-run]  Take in products: a Shopify file (.csv) or JSON Lines (.jsonl)
    [--mapping MAPPING]             Somebody else's JSON, by a mapping (docs/imports.md)
  export products FILE              Write all products: a Shopify file (.csv) or JSON Lines (.jsonl)
  create-admin --email ADDRESS      Make the store's first owner; asks for the password, or takes it
                                    from SOUK_ADMIN_PASSWORD or standard input
    [--username NAME] [--first-name NAME] [--last-name NAME]
    [--another]                     Also when there is an owner already
  audit verify [--expect HASH]      Prove that the audit trail is as it was written, and that it
                                    still has the head that you kept
  search rebuild                    Make the index of the search engine (SEARCH_URL) anew
  check [--repair]                  Prove that stock is the sum of its movements, and ratings what
                                    the reviews say; --repair counts ratings anew
  help                              Show this

Settings come from the environment; .env.example explains each one.
`;

const options = {
  "dry-run": { type: "boolean" },
  mapping: { type: "string" },
  email: { type: "string" },
  username: { type: "string" },
  "first-name": { type: "string" },
  "last-name": { type: "string" },
  another: { type: "boolean" },
  expect: { type: "string" },
  repair: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Option = Exclude<keyof typeof options, "help">;

const belongsTo: Readonly<Record<Option, string>> = {
  "dry-run": "import",
  mapping: "import",
  email: "create-admin",
  username: "create-admin",
  "first-name": "create-admin",
  "last-name": "create-admin",
  another: "create-admin",
  expect: "audit",
  repair: "check",
};

type FileFormat = "shopify_csv" | "jsonl" | "mapped_json";

export type Typed =
  | { readonly name: "help" }
  | { readonly name: "migrate" | "seed" | "search" }
  | { readonly name: "check"; readonly repair: boolean }
  | {
      readonly name: "import";
      readonly file: string;
      readonly format: FileFormat;
      /** The file that holds it, for `mapped_json`. */
      readonly mapping: string | undefined;
      readonly dryRun: boolean;
    }
  | { readonly name: "export"; readonly file: string; readonly format: "shopify_csv" | "jsonl" }
  | { readonly name: "audit"; readonly expectHead: string | undefined }
  | {
      readonly name: "create-admin";
      readonly email: string;
      readonly username: string | undefined;
      readonly firstName: string | undefined;
      readonly lastName: string | undefined;
      readonly another: boolean;
    };

/** What to do, or what is wrong with what was typed. */
export function understand(typed: readonly string[]): Typed | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(typed);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { name: "help" };
  const [name, ...rest] = positionals;
  for (const [option, command] of Object.entries(belongsTo)) {
    if (Object.hasOwn(values, option) && name !== command)
      return `--${option} belongs to ${command}.`;
  }
  if (name === undefined) return "Which command?";
  if (name === "import") return importOf(rest, values.mapping, values["dry-run"] === true);
  if (name === "export") return exportOf(rest);
  if (name === "audit") return auditOf(rest, values.expect);
  if (name === "search") return searchOf(rest);
  if (rest.length > 0) return `${name} takes no ${rest.join(" ")}.`;
  if (name === "create-admin") return adminOf(values);
  if (name === "check") return { name, repair: values.repair === true };
  if (name === "help" || name === "migrate" || name === "seed") return { name };
  return `There is no command ${name}.`;
}

const parse = (typed: readonly string[]) =>
  parseArgs({ args: [...typed], allowPositionals: true, options });

function importOf(
  typed: readonly string[],
  mapping: string | undefined,
  dryRun: boolean,
): Typed | string {
  const file = productFile("import", typed);
  if (typeof file === "string") return file;
  const format = mapping === undefined ? formatOf(file.name) : "mapped_json";
  if (format === null) return "The file ends in .csv or .jsonl, or comes with a --mapping.";
  return { name: "import", file: file.name, format, mapping, dryRun };
}

function exportOf(typed: readonly string[]): Typed | string {
  const file = productFile("export", typed);
  if (typeof file === "string") return file;
  const format = formatOf(file.name);
  if (format === null) return "The file ends in .csv or .jsonl.";
  return { name: "export", file: file.name, format };
}

function productFile(
  command: "import" | "export",
  [what, name, ...more]: readonly string[],
): { readonly name: string } | string {
  if (what !== "products") return `Only products can be ${command}ed: ${command} products FILE`;
  if (name === undefined) return `Which file? ${command} products FILE`;
  if (more.length > 0) return `One file at a time: ${command} products FILE`;
  return { name };
}

function formatOf(file: string): "shopify_csv" | "jsonl" | null {
  if (/\.csv$/i.test(file)) return "shopify_csv";
  return /\.(jsonl|ndjson)$/i.test(file) ? "jsonl" : null;
}

function auditOf([what, ...more]: readonly string[], expectHead: string | undefined) {
  if (what !== "verify" || more.length > 0) return "The audit trail can be verified: audit verify";
  if (expectHead !== undefined && !/^[0-9a-f]{64}$/.test(expectHead)) {
    return "--expect takes a head as `audit verify` prints it: 64 hexadecimal digits.";
  }
  return { name: "audit", expectHead } as const;
}

const searchOf = ([what, ...more]: readonly string[]): Typed | string =>
  what === "rebuild" && more.length === 0
    ? { name: "search" }
    : "The index can be rebuilt: search rebuild";

function adminOf(values: ReturnType<typeof parse>["values"]): Typed | string {
  const { email, username, another = false } = values;
  if (email === undefined) return "Whose? create-admin --email ADDRESS";
  const [firstName, lastName] = [values["first-name"], values["last-name"]];
  return { name: "create-admin", email: email.trim(), username, firstName, lastName, another };
}
