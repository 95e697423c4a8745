/** Two copies of one filled catalogue: whatever one server writes, the other does not see. */
import { loadConfig, openServices, type Services } from "@souk/server";
import type { Engine } from "../options.ts";

export interface BenchDatabase {
  readonly engine: Engine;
  readonly version: string;
  readonly soukUrl: string;
  readonly bareUrl: string;
  close(): Promise<void>;
}

/** Souk's services over the database at `url`, brought up to date, for as long as `work` runs. */
export async function withServices<T>(
  url: string,
  dataFolder: string,
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const services = await openServices(
    loadConfig({
      SOUK_ENV: "testing",
      DATABASE_URL: url,
      SOUK_DATA_DIR: dataFolder,
      SECRET_KEY: "only for filling a database that the benchmark throws away",
    }),
  );
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
