/** A form that does one thing, says that it is done, and closes. */
import type { ReactNode } from "react";
import { Form } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { type SubmissionOptions, typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "./compact-button.tsx";

interface ActFormProps<T> extends Omit<SubmissionOptions<T>, "send"> {
  readonly label: string;
  /** What the button says, such as "Receive the units". */
  readonly action: string;
  readonly danger?: boolean;
  readonly run: (input: T) => Promise<unknown>;
  /** Said when it is done. */
  readonly said: string;
  /** Asks again for what it touched. */
  readonly changed: () => Promise<unknown>;
  /** Null: the form stays. */
  readonly onDone: (() => void) | null;
  readonly children: ReactNode;
}

export function ActForm<T>(props: ActFormProps<T>): ReactNode {
  const { run, said, changed, onDone, ...options } = props;
  const submission = useSubmission<T>({
    ...options,
    send: async (input) => {
      await run(input);
      toasts.say(said);
      onDone?.();
      await changed();
    },
  });
  return (
    <Form submission={submission} label={options.label} className="grid gap-5">
      {options.children}
      <div className="flex flex-wrap justify-end gap-2">
        {onDone && <CompactButton onClick={onDone}>Cancel</CompactButton>}
        <CompactButton
          type="submit"
          look={options.danger ? "danger" : "primary"}
          pending={submission.pending}
        >
          {options.action}
        </CompactButton>
      </div>
    </Form>
  );
}

/** What was typed as a number; undefined when the field was left empty. */
export function numberTyped(form: FormData, name: string): number | undefined {
  const text = typed(form, name);
  return text === undefined ? undefined : Number(text);
}

/** As browsers write a day and a time in a field; "" for none. */
export function localMoment(instant: string | null | undefined): string {
  if (!instant) return "";
  const date = new Date(instant);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The other way round; null when the field was left empty. */
export function momentTyped(form: FormData, name: string): string | null {
  const text = typed(form, name);
  return text === undefined ? null : new Date(text).toISOString();
}
