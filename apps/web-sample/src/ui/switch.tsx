/** On or off, at once: no button has to follow. */
import type { ReactNode } from "react";

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly pending: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ label, checked, pending, onChange }: SwitchProps): ReactNode {
  return (
    <label className="flex min-h-14 items-center justify-between gap-6 rounded-xl bg-paper-raised px-5 py-3 shadow-lift">
      <span className="font-semibold">{label}</span>
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-busy={pending || undefined}
        onClick={() => !pending && onChange(!checked)}
        className="group h-7 w-12 shrink-0 rounded-full border border-line-strong bg-paper-sunk p-1 transition-colors focus-visible:rounded-full aria-checked:border-leaf aria-checked:bg-leaf"
      >
        <span
          aria-hidden
          className="block size-[1.125rem] rounded-full bg-ink-soft transition-transform group-aria-checked:translate-x-5 group-aria-checked:bg-white"
        />
      </button>
    </label>
  );
}
