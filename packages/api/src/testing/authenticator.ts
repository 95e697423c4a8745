/** An authenticator in software: makes WebAuthn keys and answers, as real ones do or wrongly. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type {
  NewPasskey,
  PasskeyAnswer,
  PasskeyCreation,
  PasskeyRequest,
} from "../authentication/passkeys/contract.ts";
import { type Attestation, statementOf } from "./attestation.ts";

/** What it signs; by default a person on `https://shop.example` whom it has recognised. */
export interface Signing {
  readonly origin?: string;
  readonly host?: string;
  readonly crossOrigin?: boolean;
  readonly type?: string;
  /** Whether it recognised the person, beside noticing one. */
  readonly verified?: boolean;
  /** Kept in step over several devices. */
  readonly backedUp?: boolean;
  /** By default one more than the last time. */
  readonly counter?: number;
  /** Null: it does not say whose it is. */
  readonly userHandle?: string | null;
}

export interface Making extends Signing {
  readonly credentialId?: Buffer;
  readonly attestation?: Attestation;
}

export interface SoftPasskey {
  readonly created: NewPasskey;
  answer(request: Pick<PasskeyRequest, "challenge">, how?: Signing): PasskeyAnswer;
}

const PRESENT = 1;
const VERIFIED = 4;
const BACKUP_ELIGIBLE = 8;
const BACKED_UP = 16;
const HAS_CREDENTIAL = 64;

/** A new key, as `navigator.credentials.create` answers it. */
export function softPasskey(
  { challenge, user }: Pick<PasskeyCreation, "challenge" | "user">,
  { credentialId = randomBytes(32), attestation = "none", ...making }: Making = {},
): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const id = credentialId.toString("base64url");
  const clientData = clientDataOf(challenge, { type: "webauthn.create", ...making });
  const credential = [Buffer.alloc(16), uint16(credentialId.length), credentialId, cose(publicKey)];
  const authData = authDataOf({ counter: 0, ...making }, HAS_CREDENTIAL, credential);
  const key = { privateKey, publicKey, credentialId, authData, clientData };
  const attestationObject = cbor({ ...statementOf(attestation, key), authData });
  let uses = making.counter ?? 0;
  return {
    created: {
      ...{ id, rawId: id, type: "public-key", authenticatorAttachment: "platform" },
      clientExtensionResults: { credProps: { rk: true } },
      response: {
        clientDataJSON: clientData.toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal", "hybrid", "telepathy"],
      },
    },
    answer: (request, how = {}) => {
      uses = how.counter ?? uses + 1;
      const parts = { ...how, counter: uses };
      const handle = how.userHandle === undefined ? user.id : how.userHandle;
      const signed = signedBy(privateKey, request.challenge, parts);
      return {
        ...{ id, rawId: id, type: "public-key", authenticatorAttachment: "platform" },
        clientExtensionResults: {},
        response: { ...signed, ...(handle === null ? {} : { userHandle: handle }) },
      };
    },
  };
}

function signedBy(key: KeyObject, challenge: string, how: Signing & { counter: number }) {
  const clientData = clientDataOf(challenge, { type: "webauthn.get", ...how });
  const authData = authDataOf(how);
  const signature = sign("sha256", Buffer.concat([authData, sha256(clientData)]), key);
  return {
    clientDataJSON: clientData.toString("base64url"),
    authenticatorData: authData.toString("base64url"),
    signature: signature.toString("base64url"),
  };
}

/** As the browser writes it. */
function clientDataOf(challenge: string, how: Signing): Buffer {
  const { type, origin = "https://shop.example", crossOrigin = false } = how;
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
}

function authDataOf(
  { host = "shop.example", verified = true, backedUp = false, counter = 0 }: Signing,
  flags = 0,
  credential: readonly Buffer[] = [],
): Buffer {
  const ofPerson = PRESENT | (verified ? VERIFIED : 0);
  const ofBackup = backedUp ? BACKUP_ELIGIBLE | BACKED_UP : 0;
  const head = Buffer.alloc(5);
  head.writeUInt8(flags | ofPerson | ofBackup);
  head.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(host)), head, ...credential]);
}

/** ES256 on P-256, as COSE has it. */
function cose(publicKey: KeyObject): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")] as const;
  return cbor(
    new Map<number, CborValue>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      ...([
        [-2, point[0]],
        [-3, point[1]],
      ] as const),
    ]),
  );
}

type CborValue =
  | number
  | string
  | Buffer
  | readonly CborValue[]
  | ReadonlyMap<number, CborValue>
  | { readonly [key: string]: CborValue };

/** RFC 8949, as much of it as WebAuthn needs here. */
function cbor(value: CborValue): Buffer {
  if (typeof value === "number") return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([cborHead(3, text.length), text]);
  }
  if (Array.isArray(value)) {
    return Buffer.concat([cborHead(4, value.length), ...value.map((item) => cbor(item))]);
  }
  const entries: [CborValue, CborValue][] =
    value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Buffer.concat([
    cborHead(5, entries.length),
    ...entries.flatMap(([key, item]) => [cbor(key), cbor(item)]),
  ]);
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.concat([Buffer.from([(major << 5) | 25]), uint16(length)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
