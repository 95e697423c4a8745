/** Short messages that come and go, read out politely. */
import type { ReactNode } from "react";
import { createSignal } from "./signal.ts";

const SHOWN_MS = 5_000;

const message = createSignal<string | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export const toasts = {
  say(text: string): void {
    clearTimeout(timer);
    message.set(text);
    timer = setTimeout(() => message.set(null), SHOWN_MS);
  },
};

export function Toasts(): ReactNode {
  const text = message.use();
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-50 flex justify-center px-4"
    >
      {text && (
        <p className="rise rounded-full bg-ink px-6 py-3 text-[0.95rem] text-paper shadow-lift ring-1 ring-paper/30">
          {text}
        </p>
      )}
    </div>
  );
}
