/** Pictures that go with a review: chosen, sent at once, shown small, taken out again. */
import { MAX_PICTURES, type ReviewPicture } from "@souk/client/contracts/reviews";
import { useSouk } from "@souk/client/react";
import { ImageUp, LoaderCircle, X } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect, useId, useState } from "react";
import { cx } from "../ui/cx.ts";
import { ACCEPTED_PICTURES, refusalOf } from "../ui/picture-file.ts";
import { type Sent, UploadBar, uploadOptions } from "../ui/upload-bar.tsx";
import { explainFault } from "../ui/use-submission.ts";

export type SentPicture = Pick<ReviewPicture, "id" | "url">;

interface PictureFieldProps {
  readonly pictures: readonly SentPicture[];
  readonly onChange: (change: (before: readonly SentPicture[]) => readonly SentPicture[]) => void;
  /** Whether some are still under way: a review sent now would go without them. */
  readonly onBusy: (busy: boolean) => void;
}

function useSending(onChange: PictureFieldProps["onChange"]) {
  const souk = useSouk();
  const [sending, setSending] = useState(0);
  const [underWay, setUnderWay] = useState<ComponentProps<typeof UploadBar> | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const complain = ({ name }: File, words: string): void =>
    setProblems((before) => [...before, `${name}: ${words}`]);

  const sendOne = async (file: File): Promise<void> => {
    const refusal = refusalOf(file);
    if (refusal !== null) return complain(file, refusal);
    const stop = new AbortController();
    const show = (progress: Sent): void =>
      setUnderWay({ name: file.name, progress, onStop: () => stop.abort() });
    show({ sent: 0, total: file.size });
    try {
      const options = uploadOptions(stop.signal, show);
      const { id, url } = await souk.media.uploadForReview.mutate({ file }, options);
      onChange((before) => [...before, { id, url }]);
    } catch (error) {
      if (!stop.signal.aborted) complain(file, explainFault(error));
    } finally {
      setUnderWay(null);
    }
  };
  /** One after the other, so that they stand in the order in which they were chosen. */
  const send = async (files: readonly File[]): Promise<void> => {
    setProblems([]);
    setSending((count) => count + files.length);
    for (const file of files) {
      await sendOne(file);
      setSending((count) => count - 1);
    }
  };
  return { sending, underWay, problems, send };
}

export function PictureField({ pictures, onChange, onBusy }: PictureFieldProps): ReactNode {
  const id = useId();
  const { sending, underWay, problems, send } = useSending(onChange);
  useEffect(() => onBusy(sending > 0), [sending > 0]);
  const room = MAX_PICTURES - pictures.length - sending;
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="mb-1.5 text-sm font-semibold">
        Pictures <span className="font-normal text-ink-soft">(optional)</span>
      </legend>
      <ul aria-label="Your pictures" className="flex flex-wrap gap-2">
        {pictures.map((picture, i) => (
          <li key={picture.id} className="relative">
            <img
              src={picture.url}
              alt={`Chosen, number ${i + 1}`}
              className="size-20 rounded-lg bg-paper-sunk object-cover"
            />
            <button
              type="button"
              aria-label={`Take out picture ${i + 1}`}
              onClick={() => onChange((before) => before.filter((one) => one.id !== picture.id))}
              className="absolute -top-2 -right-2 flex size-7 items-center justify-center rounded-full bg-ink text-paper"
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
        <li>
          <label
            className={cx(
              "flex size-20 flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed border-line-strong/60 text-xs",
              "has-focus-visible:border-clay has-focus-visible:ring-3 has-focus-visible:ring-clay/20",
              room > 0 ? "cursor-pointer hover:border-clay" : "text-ink-soft",
            )}
          >
            {sending > 0 ? (
              <LoaderCircle aria-hidden className="size-5 animate-spin" />
            ) : (
              <ImageUp aria-hidden className="size-5 text-clay" />
            )}
            Add
            <span className="sr-only"> pictures</span>
            <input
              type="file"
              multiple
              accept={ACCEPTED_PICTURES}
              disabled={room <= 0}
              onChange={({ target }) => {
                void send([...(target.files ?? [])].slice(0, room));
                // The same file may be chosen again after it failed.
                target.value = "";
              }}
              className="sr-only"
            />
          </label>
        </li>
      </ul>
      <p id={`${id}-hint`} role="status" className="mt-1.5 text-sm text-ink-soft">
        {sending > 0 ? "Uploading…" : `Up to ${MAX_PICTURES}, 10 MB each at most.`}
      </p>
      {underWay && <UploadBar {...underWay} />}
      {problems.map((problem) => (
        <p key={problem} role="alert" className="mt-1 text-sm font-medium text-alarm">
          {problem}
        </p>
      ))}
    </fieldset>
  );
}
