/** Labelled fields with their errors bound to them, inside a form that knows how it went. */
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useId,
  useState,
} from "react";
import { cx } from "./cx.ts";
import { Notice } from "./notice.tsx";
import type { Submission } from "./use-submission.ts";

const FieldErrorsContext = createContext<Submission["errors"]>({});

interface FormProps {
  readonly submission: Submission;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
}

export function Form({ submission, children, className, label }: FormProps): ReactNode {
  return (
    <FieldErrorsContext value={submission.errors}>
      <form
        ref={submission.formRef}
        noValidate
        aria-label={label}
        onSubmit={submission.onSubmit}
        onInput={submission.onInput}
        className={className}
      >
        {submission.problem && (
          <Notice tone="alarm" className="col-span-full mb-5 in-[form.grid]:mb-0">
            <p>{submission.problem}</p>
          </Notice>
        )}
        {children}
      </form>
    </FieldErrorsContext>
  );
}

const inputClass =
  "min-h-12 w-full rounded-lg border border-line-strong bg-paper-raised px-4 py-2.5 text-base " +
  "transition-shadow placeholder:text-ink-soft/70 focus:border-clay focus:outline-none " +
  "focus:ring-3 focus:ring-clay/20 aria-invalid:border-alarm aria-invalid:ring-alarm/15";

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly optional: boolean;
  readonly hint: string | undefined;
  readonly errors: readonly string[];
  readonly children: ReactNode;
  readonly className: string | undefined;
}

/** A label above, and a hint or the errors below whatever the field is. */
export function FieldFrame({
  id,
  label,
  optional,
  hint,
  errors,
  ...rest
}: FieldFrameProps): ReactNode {
  return (
    <div className={rest.className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {rest.children}
      {hint && errors.length === 0 && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

/** Whether something is wrong in the fields whose names begin so: for what must open to show it. */
export function useErrorsUnder(...prefixes: readonly string[]): boolean {
  const names = Object.keys(useContext(FieldErrorsContext));
  return names.some((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

interface CommonFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly fieldClassName?: string;
}

/** Binds a field of any look to the errors about it. */
export function useField(name: string, hint?: string) {
  const id = useId();
  const errors = useContext(FieldErrorsContext)[name] ?? [];
  // A hint and the error about the same thing would say it twice.
  const described = errors.length > 0 ? `${id}-error` : hint && `${id}-hint`;
  return {
    id,
    errors,
    bound: {
      id,
      name,
      "aria-invalid": errors.length > 0 ? true : undefined,
      "aria-describedby": described,
    },
  };
}

type TextFieldProps = CommonFieldProps & Omit<ComponentProps<"input">, "name">;

export function TextField({ name, label, hint, fieldClassName, ...input }: TextFieldProps) {
  const { id, errors, bound } = useField(name, hint);
  return (
    <FieldFrame
      {...{ id, label, hint, errors, className: fieldClassName }}
      optional={!input.required}
    >
      <input type="text" {...input} {...bound} className={cx(inputClass, input.className)} />
    </FieldFrame>
  );
}

export function PasswordField({ name, label, hint, fieldClassName, ...input }: TextFieldProps) {
  const { id, errors, bound } = useField(name, hint);
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame {...{ id, label, hint, errors, className: fieldClassName }} optional={false}>
      <div className="relative">
        <input
          {...input}
          {...bound}
          required
          type={shown ? "text" : "password"}
          className={cx(inputClass, "pr-20")}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-controls={id}
          aria-label="Show the characters"
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 px-4 text-sm font-semibold text-ink-soft hover:text-ink"
        >
          {shown ? "Hide" : "Show"}
        </button>
      </div>
    </FieldFrame>
  );
}

interface SelectFieldProps extends CommonFieldProps, Omit<ComponentProps<"select">, "name"> {
  /** Said instead of the contract's own words, which are about what was typed. */
  readonly problem?: string;
}

export function SelectField(props: SelectFieldProps): ReactNode {
  const { name, label, hint, fieldClassName, problem, ...select } = props;
  const { id, errors, bound } = useField(name, hint);
  const said = problem !== undefined && errors.length > 0 ? [problem] : errors;
  return (
    <FieldFrame
      {...{ id, label, hint, errors: said, className: fieldClassName }}
      optional={!select.required}
    >
      <select {...select} {...bound} className={cx(inputClass, select.className)} />
    </FieldFrame>
  );
}

type AreaFieldProps = CommonFieldProps & Omit<ComponentProps<"textarea">, "name">;

/** A text of several lines. */
export function AreaField({ name, label, hint, fieldClassName, ...area }: AreaFieldProps) {
  const { id, errors, bound } = useField(name, hint);
  return (
    <FieldFrame
      {...{ id, label, hint, errors, className: fieldClassName }}
      optional={!area.required}
    >
      <textarea rows={3} {...area} {...bound} className={cx(inputClass, area.className)} />
    </FieldFrame>
  );
}

type CheckFieldProps = ComponentProps<"input"> & { readonly label: ReactNode };

export function CheckField({ label, className, ...input }: CheckFieldProps): ReactNode {
  return (
    <label className={cx("flex min-h-8 items-center gap-3 text-[0.95rem]", className)}>
      <input type="checkbox" {...input} className="size-5 shrink-0 accent-clay" />
      <span className="min-w-0 flex-1">{label}</span>
    </label>
  );
}
