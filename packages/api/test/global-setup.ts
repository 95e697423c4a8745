/** One PostgreSQL for all test files of the package. */
import { setUpPostgres } from "@souk/db/testing";

export default setUpPostgres;
