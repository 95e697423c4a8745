/** Sending a form: judged by its contract first, then by the server, both in the same words. */
import {
  errorReason,
  errorStatus,
  type FieldErrors,
  fieldErrors,
  retryAfterSeconds,
  validate,
} from "@souk/client";
import { type FormEvent, useEffect, useRef, useState } from "react";

type Contract<T> = Parameters<typeof validate<T>>[0];

export interface SubmissionOptions<T> {
  readonly contract: Contract<T>;
  /** Turns what was typed into what the contract expects. */
  readonly read: (form: FormData) => unknown;
  readonly send: (value: T) => Promise<void>;
  /** Better words for a refusal than the server's; null to keep those. */
  readonly explain?: (error: unknown) => string | null;
}

export interface Submission {
  readonly errors: FieldErrors;
  /** What is wrong with the whole, not with one field. */
  readonly problem: string | null;
  readonly pending: boolean;
  readonly formRef: React.RefObject<HTMLFormElement | null>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

interface Outcome {
  readonly errors: FieldErrors;
  readonly problem: string | null;
}

const fine: Outcome = { errors: {}, problem: null };

/** The text of a field, or undefined when it was left empty: contracts tell absent from blank. */
export function typed(form: FormData, name: string): string | undefined {
  const text = String(form.get(name) ?? "").trim();
  return text === "" ? undefined : text;
}

function waitText(error: unknown): string {
  const minutes = Math.ceil((retryAfterSeconds(error) ?? 60) / 60);
  return minutes <= 1 ? "in a minute" : `in ${minutes} minutes`;
}

export function explainFault(error: unknown): string {
  if (errorReason(error) === "network_error") {
    return "We could not reach the shop. Check your connection and try again.";
  }
  if (errorStatus(error) === 429) return `Too many attempts. Try again ${waitText(error)}.`;
  const refused = (errorStatus(error) ?? 500) < 500;
  return refused && error instanceof Error
    ? error.message
    : "Something went wrong on our side. Try again.";
}

/** Messages stand beside their fields; what has no field in this form stands above it. */
function outcomeOf(fields: FieldErrors, form: HTMLFormElement): Outcome {
  const entries = Object.entries(fields);
  const shown = entries.filter(([name]) => form.elements.namedItem(name) !== null);
  const rest = entries.filter(([name]) => form.elements.namedItem(name) === null);
  const messages = new Set(rest.flatMap(([, list]) => list));
  return {
    errors: Object.fromEntries(shown),
    problem: messages.size > 0 ? [...messages].join(" ") : null,
  };
}

export function useSubmission<T>(options: SubmissionOptions<T>): Submission {
  const { contract, read, send, explain } = options;
  const formRef = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome>(fine);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    if (Object.keys(outcome.errors).length === 0) return;
    formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const judged = validate(contract, read(new FormData(form)));
    if (!judged.ok) return setOutcome(outcomeOf(judged.fields, form));
    setOutcome(fine);
    setPending(true);
    await send(judged.value)
      .catch((error: unknown) => {
        const { errors, problem } = outcomeOf(fieldErrors(error), form);
        const nothingSaid = problem === null && Object.keys(errors).length === 0;
        const own = explain?.(error) ?? (nothingSaid ? explainFault(error) : problem);
        setOutcome({ errors, problem: own });
      })
      .finally(() => setPending(false));
  };

  return {
    ...outcome,
    pending,
    formRef,
    onSubmit: (event) => {
      event.preventDefault();
      if (!pending) void submit(event.currentTarget);
    },
  };
}
