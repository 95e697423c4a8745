/** UUIDv7 as Souk makes them: rows that are made one after another lie beside each other. */
import { randomBytes } from "node:crypto";

export function uuid7(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const random = randomBytes(10);
  random.writeUInt8(0x70 | (random.readUInt8(0) & 0x0f), 0);
  random.writeUInt8(0x80 | (random.readUInt8(2) & 0x3f), 2);
  const hex = random.toString("hex");
  const tail = `${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail}`;
}
