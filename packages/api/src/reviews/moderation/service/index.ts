/** Staff and reviews: the queue, verdicts, answers. */
export { closeReports, publish, publishMany, reject, rejectMany } from "./decide.ts";
export { counts, get, queue } from "./queue.ts";
export { removeReply, reply } from "./reply.ts";
