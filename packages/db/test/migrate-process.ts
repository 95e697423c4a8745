/** One node at its start: migrates the database of its argument and prints how much it applied. */
import { openDatabase } from "../src/index.ts";

const database = openDatabase(process.argv[2] ?? "");
const applied = await database.migrate();
await database.close();
process.stdout.write(String(applied.length));
