/** How far a file has gone. `fetch` does not tell; a browser's XMLHttpRequest does. */
import type { Operation } from "@trpc/client";
import type { Fetch } from "./links.ts";

/** Bytes of the whole request, a little more than the file's. */
export type UploadProgress = (sent: number, total: number) => void;

/**
 * `souk.api.media.upload.mutate({ file }, withUploadProgress((sent, total) => …))`, with a `signal`
 * beside it to stop. Where there is no XMLHttpRequest, as in Node, nothing is told.
 */
export function withUploadProgress(uploadProgress: UploadProgress): {
  context: { uploadProgress: UploadProgress };
} {
  return { context: { uploadProgress } };
}

export function uploadProgressOf({ context }: Operation): UploadProgress | null {
  const { uploadProgress } = context;
  if (typeof XMLHttpRequest === "undefined") return null;
  return typeof uploadProgress === "function" ? (uploadProgress as UploadProgress) : null;
}

/** A `fetch` for one request, which rejects as `fetch` does. */
export const fetchTelling =
  (tell: UploadProgress, withCredentials: boolean): Fetch =>
  (input, init: RequestInit = {}) =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      const stopped = () => reject(new DOMException("The upload was stopped.", "AbortError"));
      if (signal?.aborted) return stopped();
      const request = new XMLHttpRequest();
      request.open(init.method ?? "POST", String(input));
      request.withCredentials = withCredentials;
      new Headers(init.headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.onprogress = ({ loaded, total }) => tell(loaded, total);
      request.onload = () => resolve(responseOf(request));
      request.onerror = () => reject(new TypeError("Failed to fetch"));
      request.onabort = stopped;
      signal?.addEventListener("abort", () => request.abort(), { once: true });
      request.send(init.body as XMLHttpRequestBodyInit);
    });

function responseOf(request: XMLHttpRequest): Response {
  const lines = request.getAllResponseHeaders().trim().split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return new Response(request.responseText, { status: request.status, headers });
}
