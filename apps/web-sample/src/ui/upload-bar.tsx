/** How far a file has gone, in bytes, and a way to stop it. */
import { withUploadProgress } from "@souk/client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button.tsx";

export interface Sent {
  readonly sent: number;
  readonly total: number;
}

/** For the call that sends the file. */
export type UploadOptions = ReturnType<typeof uploadOptions>;

export const uploadOptions = (signal: AbortSignal, onProgress: (progress: Sent) => void) => ({
  ...withUploadProgress((sent, total) => onProgress({ sent, total })),
  signal,
});

export const isStopped = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof DOMException &&
  error.cause.name === "AbortError";

const MEGABYTE = 1_000_000;
const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

export const barClass =
  "h-2 flex-1 appearance-none overflow-hidden rounded-full bg-paper-sunk " +
  "[&::-moz-progress-bar]:bg-clay [&::-webkit-progress-bar]:bg-line " +
  "[&::-webkit-progress-value]:bg-clay";

interface UploadBarProps {
  readonly name: string;
  readonly progress: Sent;
  readonly onStop: () => void;
}

export function UploadBar({ name, progress, onStop }: UploadBarProps): ReactNode {
  const { sent, total } = progress;
  return (
    <div className="flex items-center gap-3 text-sm">
      <progress
        value={total === 0 ? 0 : sent}
        max={total || 1}
        aria-label={`${name} is sent`}
        className={barClass}
      />
      <span className="tabular shrink-0 text-ink-soft">
        {total > 0 && sent >= total
          ? "Being looked at…"
          : `${megabytes(sent)} of ${megabytes(total)} MB`}
      </span>
      <IconButton label={`Stop ${name}`} onClick={onStop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
