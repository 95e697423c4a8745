/** Files in a bucket of Amazon S3, or of a service that speaks its language, such as MinIO or R2. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { assertStorageKey, type Storage, storageDown } from "@souk/api";
import type { S3Config } from "../../config/storage.ts";
import { describeError, type Logger } from "../../log.ts";

const CONNECT_MS = 3_000;
const ANSWER_MS = 15_000;
/** The SDK tries again by itself, after growing pauses. */
const ATTEMPTS = 3;

export function s3Storage(config: S3Config, log: Logger): Storage {
  const client = new S3Client({
    region: config.region,
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: config.answerTimeoutMs ?? ANSWER_MS,
      throwOnRequestTimeout: true,
    },
    // Services that only speak like S3 do not know the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(config.endpoint === null ? {} : { endpoint: config.endpoint, forcePathStyle: true }),
    // Else the SDK looks where it always does: a profile, or the role of the machine.
    ...(config.credentials === null ? {} : { credentials: config.credentials }),
  });
  const place = (key: string) => {
    assertStorageKey(key);
    return { Bucket: config.bucket, Key: `${config.prefix}${key}` };
  };
  const attempt = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      log.error({ bucket: config.bucket, error: describeError(error) }, "the S3 storage failed");
      throw storageDown();
    });
  return {
    async put(key, bytes, contentType) {
      const file = { ...place(key), Body: bytes, ContentType: contentType };
      await attempt(() => client.send(new PutObjectCommand(file)));
    },
    async get(key) {
      const asked = place(key);
      const found = await attempt(() =>
        client.send(new GetObjectCommand(asked)).catch(nullIfMissing),
      );
      if (found?.Body === undefined) return null;
      return { size: found.ContentLength ?? 0, body: found.Body as NodeBody };
    },
    async exists(key) {
      const asked = place(key);
      const found = await attempt(() =>
        client.send(new HeadObjectCommand(asked)).catch(nullIfMissing),
      );
      return found !== null;
    },
    async delete(key) {
      const asked = place(key);
      await attempt(() => client.send(new DeleteObjectCommand(asked)).catch(nullIfMissing));
    },
  };
}

/** In Node the SDK answers a stream of Node. */
type NodeBody = AsyncIterable<Uint8Array> & { destroy(): unknown };

const MISSING: ReadonlySet<string> = new Set(["NoSuchKey", "NotFound"]);

/** A bucket that is missing is a fault of the settings, and no missing file. */
function nullIfMissing(error: unknown): null {
  if (error instanceof S3ServiceException && MISSING.has(error.name)) return null;
  throw error;
}
