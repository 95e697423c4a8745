/** Where uploaded files lie, read from STORAGE_URL. */
import type { Variables } from "./variables.ts";

export interface S3Config {
  readonly kind: "s3";
  readonly bucket: string;
  /** Before each key; empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  /** Null: Amazon's own, by region. */
  readonly endpoint: string | null;
  readonly credentials: S3Credentials | null;
  readonly answerTimeoutMs?: number;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export type StorageConfig = { readonly kind: "disk"; readonly folder: string } | S3Config;

const DEFAULT_REGION = "us-east-1";

/** What is wrong with the text, or null. */
export function problemOfStorageUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url?.protocol !== "s3:" || url.hostname === "") {
    return "STORAGE_URL is s3://bucket, with ?endpoint= and &region= where needed";
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname) || url.username !== "") {
    return "STORAGE_URL names a bucket of small letters, digits, dots and dashes; credentials are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
  }
  const unknown = [...url.searchParams.keys()].find((name) => !/^(endpoint|region)$/.test(name));
  if (unknown !== undefined) return `STORAGE_URL takes endpoint and region, not ${unknown}`;
  const endpoint = url.searchParams.get("endpoint");
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? "")) {
    return "STORAGE_URL's endpoint begins with http:// or https://";
  }
  return null;
}

export function storageOf(set: Variables, diskFolder: string): StorageConfig {
  if (set.STORAGE_URL === undefined) return { kind: "disk", folder: diskFolder };
  const url = new URL(set.STORAGE_URL);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  return {
    kind: "s3",
    bucket: url.hostname,
    prefix: prefix === "" ? "" : `${prefix}/`,
    region: url.searchParams.get("region") ?? set.AWS_REGION ?? DEFAULT_REGION,
    endpoint: url.searchParams.get("endpoint"),
    credentials: credentialsOf(set),
  };
}

function credentialsOf(set: Variables): S3Credentials | null {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = set;
  if (accessKeyId === undefined || secretAccessKey === undefined) return null;
  const { AWS_SESSION_TOKEN: sessionToken } = set;
  return {
    ...{ accessKeyId, secretAccessKey },
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}
