/** Migrated databases for tests, each a copy of one template, owned by a role without privileges. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { openPostgres } from "../postgres/open.ts";

const TEMPLATE = "souk_template";
/** Not a superuser: row-level security must bind it as it binds a production role. */
const OWNER = "souk_owner";

const withDatabase = (url: string, database: string, user?: string): string => {
  const target = new URL(url);
  target.pathname = `/${database}`;
  if (user !== undefined) {
    target.username = user;
    target.password = user;
  }
  return target.toString();
};

/** Makes the template once for each server. */
export async function prepareTemplate(serverUrl: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await admin.unsafe(`drop database if exists ${TEMPLATE}`);
    const [role] = await admin`select 1 from pg_roles where rolname = ${OWNER}`;
    if (role === undefined) await admin.unsafe(`create role ${OWNER} login password '${OWNER}'`);
    await admin.unsafe(`create database ${TEMPLATE} owner ${OWNER}`);
  } finally {
    await admin.end();
  }
  const template = openPostgres({ url: withDatabase(serverUrl, TEMPLATE, OWNER) });
  await template.migrate();
  await template.close();
}

export interface PostgresCopy {
  /** The unprivileged owner's URL. */
  readonly url: string;
  drop(): Promise<void>;
}

export async function copyTemplate(serverUrl: string, template = TEMPLATE): Promise<PostgresCopy> {
  const name = `souk_test_${randomBytes(8).toString("hex")}`;
  const source = template === "" ? "" : `template ${template}`;
  await once(serverUrl, `create database ${name} ${source} owner ${OWNER}`);
  return {
    url: withDatabase(serverUrl, name, OWNER),
    drop: () => once(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function once(serverUrl: string, statement: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}
