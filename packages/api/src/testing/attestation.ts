/** What an authenticator in software says of itself when it makes a key: nothing, or something that holds. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** `self`: signed by the new key. `certified`: signed by a maker, whose certificate comes with it. */
export type Attestation = "none" | "self" | "certified";

export interface NewKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly credentialId: Buffer;
  readonly authData: Buffer;
  readonly clientData: Buffer;
}

export interface Statement {
  readonly fmt: string;
  readonly attStmt: Readonly<Record<string, number | Buffer | readonly Buffer[]>>;
}

const RP_ID_HASH_BYTES = 32;

export function statementOf(kind: Attestation, key: NewKey): Statement {
  if (kind === "none") return { fmt: "none", attStmt: {} };
  const clientDataHash = createHash("sha256").update(key.clientData).digest();
  if (kind === "self") {
    const signed = Buffer.concat([key.authData, clientDataHash]);
    return { fmt: "packed", attStmt: { alg: -7, sig: sign("sha256", signed, key.privateKey) } };
  }
  const maker = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const signed = Buffer.concat([
    Buffer.from([0]),
    key.authData.subarray(0, RP_ID_HASH_BYTES),
    clientDataHash,
    key.credentialId,
    pointOf(key.publicKey),
  ]);
  const sig = sign("sha256", signed, maker.privateKey);
  return { fmt: "fido-u2f", attStmt: { sig, x5c: [certificateOf(maker)] } };
}

/** Uncompressed, as it stands at the end of its DER form. */
const pointOf = (publicKey: KeyObject): Buffer => spkiOf(publicKey).subarray(-65);

const spkiOf = (publicKey: KeyObject): Buffer => publicKey.export({ type: "spki", format: "der" });

/** X.509 version 3, signed by its own key and named after nobody. */
function certificateOf({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }) {
  const ecdsaWithSha256 = der(0x30, Buffer.from("06082a8648ce3d040302", "hex"));
  const nobody = der(0x30);
  const moment = (year: number) => der(0x18, Buffer.from(`${year}0101000000Z`));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    nobody,
    der(0x30, moment(2020), moment(2100)),
    nobody,
    spkiOf(publicKey),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  return der(0x30, body, ecdsaWithSha256, der(0x03, signature));
}

/** Tag, length, value. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const head =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length];
  return Buffer.concat([Buffer.from([tag, ...head]), value]);
}
