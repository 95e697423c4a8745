/** One PostgreSQL for all test files of the package. */
import { setUpPostgres } from "../src/testing/index.ts";

export default setUpPostgres;
