/** Where pictures are dropped or chosen, several at once, and how far each of them has come. */
import { CircleAlert, ImageUp, LoaderCircle, RotateCcw, X } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { ACCEPTED_PICTURES, refusalOf } from "./picture-file.ts";
import {
  barClass,
  type Sent,
  UploadBar,
  type UploadOptions,
  uploadOptions,
} from "./upload-bar.tsx";
import { explainFault } from "./use-submission.ts";

interface PictureUploadProps<T> {
  /** Sends one file, such as `(file, options) => souk.media.upload.mutate({ file }, options)`. */
  readonly upload: (file: File, options: UploadOptions) => Promise<T>;
  /** One after the other, in the order in which the files were chosen. */
  readonly onUploaded: (picture: T, file: File) => void;
  readonly label?: string;
  /** How many more there is a place for. */
  readonly room?: number;
  readonly className?: string;
}

interface Sending {
  readonly key: number;
  readonly file: File;
  readonly state: "waiting" | "under way" | "failed";
  readonly problem: string | null;
  readonly progress: Sent;
  /** Stops it, wherever it is. */
  readonly stop: AbortController;
}

export function PictureUpload<T>(props: PictureUploadProps<T>): ReactNode {
  const { upload, onUploaded, label = "Add pictures", room, className } = props;
  const { sendings, done, total, send, again, drop } = useUploads(upload, onUploaded);
  const [over, setOver] = useState(false);
  const full = room !== undefined && room - sendings.length <= 0;
  const id = useId();

  const take = (files: FileList | null): void => {
    const pictures = [...(files ?? [])];
    const places = room === undefined ? pictures.length : Math.max(0, room - sendings.length);
    send(pictures.slice(0, places));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!full) take(event.dataTransfer.files);
  };

  return (
    <div className={className}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place for the mouse to drop files; the keyboard has the field in it */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          "flex flex-col items-center rounded-xl border-2 border-dashed px-4 py-6 text-center",
          "has-focus-visible:border-clay has-focus-visible:ring-3 has-focus-visible:ring-clay/20",
          over ? "border-clay bg-clay-wash" : "border-line-strong/60 bg-paper",
        )}
      >
        <ImageUp aria-hidden className="mb-2 size-7 text-clay" strokeWidth={1.5} />
        <label htmlFor={id} className={cx("font-semibold", full ? "text-ink-soft" : "link")}>
          {label}
        </label>
        <input
          id={id}
          type="file"
          multiple={room !== 1}
          accept={ACCEPTED_PICTURES}
          disabled={full}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            take(target.files);
            // The same file may be chosen again after it failed.
            target.value = "";
          }}
          className="sr-only"
        />
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {full
            ? "There is no room for more."
            : "Or drop them here. JPEG, PNG, WebP, AVIF or GIF, 10 MB each at most."}
        </p>
      </div>
      {total > 0 && <Progress done={done} total={total} />}
      {sendings.length > 0 && (
        <ul aria-label="Uploads" className="mt-3 grid gap-2">
          {sendings.map((sending) => (
            <Row key={sending.key} sending={sending} onAgain={again} onDrop={drop} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const words = `${done} of ${total} uploaded`;
  return (
    <div className="mt-3 flex items-center gap-3 text-sm">
      <progress value={done} max={total} aria-label="Uploaded" className={barClass} />
      <span role="status" className="tabular text-ink-soft">
        {words}
      </span>
    </div>
  );
}

interface RowProps {
  readonly sending: Sending;
  readonly onAgain: (sending: Sending) => void;
  readonly onDrop: (sending: Sending) => void;
}

function Row({ sending, onAgain, onDrop }: RowProps): ReactNode {
  const { file, state, problem, progress } = sending;
  const failed = state === "failed";
  return (
    <li className="flex items-center gap-3 rounded-lg bg-paper-sunk px-3 py-1.5 text-sm">
      {failed ? (
        <CircleAlert aria-hidden className="size-4 shrink-0 text-alarm" />
      ) : (
        <LoaderCircle
          aria-hidden
          className={cx("size-4 shrink-0", state === "under way" && "animate-spin")}
        />
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{file.name}</span>
        {state === "under way" && (
          <UploadBar name={file.name} progress={progress} onStop={() => onDrop(sending)} />
        )}
        {failed && (
          <span role="alert" className="block font-medium text-alarm">
            {problem}
          </span>
        )}
      </span>
      {state === "waiting" && (
        <IconButton label={`Give up ${file.name}`} onClick={() => onDrop(sending)}>
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
      {failed && (
        <>
          <IconButton label={`Try ${file.name} again`} onClick={() => onAgain(sending)}>
            <RotateCcw aria-hidden className="size-4" />
          </IconButton>
          <IconButton label={`Give up ${file.name}`} onClick={() => onDrop(sending)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
    </li>
  );
}

let lastKey = 0;

function useUploads<T>(
  upload: PictureUploadProps<T>["upload"],
  onUploaded: PictureUploadProps<T>["onUploaded"],
) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [done, setDone] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  // Whoever listens may have changed while a file was under way.
  const listener = useRef(onUploaded);
  listener.current = onUploaded;

  const drop = ({ key, stop }: Sending): void => {
    stop.abort();
    setSendings((all) => all.filter((one) => one.key !== key));
  };
  const change = ({ key }: Sending, now: Partial<Sending>): void =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one)));

  const attempt = async (sending: Sending): Promise<void> => {
    const { file, stop } = sending;
    if (stop.signal.aborted) return;
    const refusal = refusalOf(file);
    if (refusal !== null) return change(sending, { state: "failed", problem: refusal });
    change(sending, { state: "under way", problem: null });
    try {
      const tell = (progress: Sent): void => change(sending, { progress });
      const picture = await upload(file, uploadOptions(stop.signal, tell));
      drop(sending);
      setDone((count) => count + 1);
      listener.current(picture, file);
    } catch (error) {
      if (!stop.signal.aborted) change(sending, { state: "failed", problem: explainFault(error) });
    }
  };
  /** One at a time, so that pictures arrive in their order and a slow line is not cut in pieces. */
  const enqueue = (sending: Sending): void => {
    queue.current = queue.current.then(() => attempt(sending));
  };
  return {
    sendings,
    done,
    total: sendings.length === 0 ? 0 : done + sendings.length,
    send: (files: readonly File[]): void => {
      const fresh = files.map((file): Sending => {
        lastKey += 1;
        const progress = { sent: 0, total: file.size };
        const stop = new AbortController();
        return { key: lastKey, file, state: "waiting", problem: null, progress, stop };
      });
      if (sendings.length === 0) setDone(0);
      setSendings((all) => [...all, ...fresh]);
      fresh.forEach(enqueue);
    },
    again: (sending: Sending): void => {
      change(sending, { state: "waiting" });
      enqueue(sending);
    },
    drop,
  };
}
