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
  /** What the contract cannot see or would say in its own words; asked before it. */
  readonly check?: (form: FormData) => FieldErrors;
  /** The field here that stands for one of the contract's. */
  readonly place?: (field: string) => string;
  /** Which field a refusal of the whole is about, by its reason. */
  readonly about?: Readonly<Record<string, string>>;
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
  /** What was said of a field is about what stood there before. */
  readonly onInput: (event: FormEvent<HTMLFormElement>) => void;
}

interface Outcome {
  readonly errors: FieldErrors;
  readonly problem: string | null;
}

const fine: Outcome = { errors: {}, problem: null };

const NEAREST: ScrollIntoViewOptions = { block: "nearest" };

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

function placed(fields: FieldErrors, place: (field: string) => string): FieldErrors {
  const lists = Map.groupBy(Object.entries(fields), ([name]) => place(name));
  return Object.fromEntries(
    [...lists].map(([name, said]) => [name, [...new Set(said.flatMap(([, list]) => list))]]),
  );
}

/** A refusal without a field of its own is filed under the one that its reason is about. */
function refused(error: unknown, about: Readonly<Record<string, string>>): FieldErrors {
  const fields = fieldErrors(error);
  const field = about[errorReason(error) ?? ""];
  const isOfWhole = Object.keys(fields).every((name) => name === "non_field_errors");
  return field === undefined || !isOfWhole ? fields : { [field]: [explainFault(error)] };
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
  const { contract, read, send, explain, check, place = (field) => field, about = {} } = options;
  const formRef = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome>(fine);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState(false);

  useEffect(() => {
    const form = formRef.current;
    const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (invalid) invalid.focus();
    else if (outcome.problem) form?.querySelector('[role="alert"]')?.scrollIntoView(NEAREST);
  }, [outcome]);

  const tell = (next: Outcome): void => {
    setMended(new Set());
    setOutcome(next);
  };
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const wrong = check?.(data) ?? {};
    if (Object.keys(wrong).length > 0) return tell(outcomeOf(wrong, form));
    const judged = validate(contract, read(data));
    if (!judged.ok) return tell(outcomeOf(placed(judged.fields, place), form));
    tell(fine);
    setPending(true);
    await send(judged.value)
      .catch((error: unknown) => {
        const { errors, problem } = outcomeOf(placed(refused(error, about), place), form);
        const nothingSaid = problem === null && Object.keys(errors).length === 0;
        const own = explain?.(error) ?? (nothingSaid ? explainFault(error) : problem);
        tell({ errors, problem: own });
      })
      .finally(() => setPending(false));
  };

  return {
    errors: Object.fromEntries(
      Object.entries(outcome.errors).filter(([name]) => !mended.has(name)),
    ),
    problem: outcome.problem,
    pending,
    formRef,
    onSubmit: (event) => {
      event.preventDefault();
      if (!pending) void submit(event.currentTarget);
    },
    onInput: ({ target }) => {
      const name = target instanceof Element ? target.getAttribute("name") : null;
      if (name !== null && name in outcome.errors) setMended((now) => new Set(now).add(name));
    },
  };
}
