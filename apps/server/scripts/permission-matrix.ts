/** Writes docs/permissions.md: who may call what, from the router's metadata and the built-in roles. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { appRouter, builtInRoles, permissionCatalogue, permissions, withImplied } from "@souk/api";
import { type ProcedureInfo, proceduresOf } from "../src/http/procedures.ts";

export const MATRIX_FILE = fileURLToPath(new URL("../../../docs/permissions.md", import.meta.url));

const YES = "✓";
const NO = "–";

type Verdict = typeof YES | typeof NO;

interface Column {
  readonly title: string;
  readonly verdict: (procedure: ProcedureInfo) => Verdict;
}

const verdict = (allowed: boolean): Verdict => (allowed ? YES : NO);

const isForAll = ({ meta }: ProcedureInfo): boolean =>
  meta.access === "open" || meta.access === "public";

const columns: readonly Column[] = [
  { title: "anonymous", verdict: (procedure) => verdict(isForAll(procedure)) },
  {
    title: "customer",
    verdict: (procedure) => verdict(isForAll(procedure) || procedure.meta.access === "customer"),
  },
  ...builtInRoles.map(({ slug, permissions }) => ({
    title: slug,
    verdict: (procedure: ProcedureInfo) => {
      const { access, permission } = procedure.meta;
      const held = permission !== undefined && withImplied(permissions).includes(permission);
      return verdict(isForAll(procedure) || access === "customer" || held);
    },
  })),
  {
    title: "API key",
    verdict: (procedure) => {
      const { permission } = procedure.meta;
      const holdable = permission !== undefined && permissionCatalogue[permission].forApiKeys;
      return verdict(isForAll(procedure) || holdable);
    },
  },
];

function needs({ meta: { access, permission, fresh } }: ProcedureInfo): string {
  const what = access === "staff" ? `\`${permission}\`` : access === "customer" ? "sign-in" : "";
  return fresh === true ? `${what}, fresh` : what;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function operationRow(procedure: ProcedureInfo): string {
  const { openapi } = procedure.meta;
  const route = openapi === undefined ? "" : `\`${openapi.method} ${openapi.path}\``;
  const verdicts = columns.map((column) => column.verdict(procedure));
  return row([route, `\`${procedure.name}\``, needs(procedure), ...verdicts]);
}

const permissionRow = (name: (typeof permissions)[number]): string => {
  const { description, forApiKeys } = permissionCatalogue[name];
  const roles = builtInRoles.map(({ permissions }) =>
    verdict(withImplied(permissions).includes(name)),
  );
  return row([`\`${name}\``, description, ...roles, verdict(forApiKeys)]);
};

const headOf = (titles: readonly string[]): string =>
  `${row(titles)}\n${row(titles.map(() => "---"))}`;

export function matrixDocument(): string {
  const roles = builtInRoles.map(({ slug }) => slug);
  const operations = proceduresOf(appRouter).map(operationRow);
  return `# Permissions

Written by \`pnpm --filter @souk/server matrix\` from the code; a test fails when it differs, and another one calls every
operation as every column through both faces.

## Operations

REST paths stand below \`/api\`. The tRPC name is the same procedure, so both faces and API keys get one verdict. *sign-in*:
anybody who is signed in, about what is theirs. *fresh*: within ten minutes of a proof of identity (a sign-in, or
\`POST /v1/auth/confirm/\`); otherwise the answer is 403 \`fresh_sign_in_required\`. The roles are as a store begins with them; all
but the owner's can be changed. *API key*: ✓ where a key may be used, and where a permission is named, if the key holds it.

${headOf(["REST", "tRPC", "needs", ...columns.map(({ title }) => title)])}
${operations.join("\n")}

Refused: 401 \`sign_in_required\` without credentials; 403 \`permission_missing\` without the permission; 403 \`not_for_api_keys\` for a
key where a customer is meant; 403 \`second_factor_missing\` for staff without a second factor in a store that asks for one.

## The catalogue

Whoever holds a \`:write\` holds the \`:read\` of the same name with it, by a role or by an API key.

${headOf(["permission", "what it allows", ...roles, "API keys may hold it"])}
${permissions.map(permissionRow).join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(MATRIX_FILE, matrixDocument());
