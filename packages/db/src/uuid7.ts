/** UUIDv7 (RFC 9562): time-ordered ids made by the application, strictly rising in one process. */
import { randomFillSync } from "node:crypto";

const RANDOM_BYTES = 8;
const pool = Buffer.allocUnsafe(RANDOM_BYTES * 256);
let position = pool.length;
let lastMilliseconds = -1;
let sequence = 0;

/** Twelve counter bits keep ids rising within a millisecond; a full counter borrows the next one. */
export function uuid7(): string {
  const milliseconds = Date.now();
  if (milliseconds > lastMilliseconds) {
    lastMilliseconds = milliseconds;
    sequence = Math.floor(Math.random() * 0x400);
  } else if (++sequence > 0xfff) {
    lastMilliseconds++;
    sequence = 0;
  }
  const time = lastMilliseconds.toString(16).padStart(12, "0");
  const counter = sequence.toString(16).padStart(3, "0");
  const random = randomTail();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** 62 random bits behind the variant bits; one system call fills 256 of them. */
function randomTail(): string {
  if (position === pool.length) {
    randomFillSync(pool);
    position = 0;
  }
  const start = position;
  position += RANDOM_BYTES;
  pool.writeUInt8(0x80 | (pool.readUInt8(start) & 0x3f), start);
  return pool.toString("hex", start, position);
}
