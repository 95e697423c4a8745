/**
 * The password hash of the very library that Souk uses, found through @souk/api: the benchmark
 * compares what is around it.
 */
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

interface Argon2id {
  verify(hash: string, password: string): Promise<boolean>;
}

interface OsloPassword {
  readonly Argon2id: new (options: Readonly<Record<string, number>>) => Argon2id;
}

export async function openPasswords(): Promise<Argon2id> {
  const api = createRequire(fileURLToPath(import.meta.resolve("@souk/api")));
  const oslo = (await import(pathToFileURL(api.resolve("oslo/password")).href)) as OsloPassword;
  return new oslo.Argon2id({ memorySize: 19_456, iterations: 2, parallelism: 1, tagLength: 32 });
}
