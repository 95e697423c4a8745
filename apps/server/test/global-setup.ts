/** One PostgreSQL for all test files of the server. */
import { setUpPostgres } from "@souk/db/testing";

export default setUpPostgres;
