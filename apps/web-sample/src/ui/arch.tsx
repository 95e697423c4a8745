/** The arch: the shop's mark, its placeholder, and the arcade that ends each page. */
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export function ArchMark({ className }: { readonly className?: string }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path className="fill-clay" d="M4 32V14a12 12 0 0 1 24 0v18z" />
      <path className="fill-paper" d="M10 32V16a6 6 0 0 1 12 0v16z" />
      <path className="fill-saffron" d="M13.5 32V18a2.5 2.5 0 0 1 5 0v14z" />
    </svg>
  );
}

/** Stands where a picture is missing. */
interface ArchPlaceholderProps {
  readonly className?: string | undefined;
  /** What should stand here, for those who hear the page; nothing where that is said beside it. */
  readonly label?: string | undefined;
}

export function ArchPlaceholder({ className, label }: ArchPlaceholderProps): ReactNode {
  return (
    <div
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      className={cx("flex aspect-square items-end justify-center bg-paper-sunk", className)}
    >
      <ArchMark className="h-3/5 w-3/5 opacity-25 grayscale" />
    </div>
  );
}

const BAYS = 18;
const BAY_WIDTH = 80;

/** A row of doors in the colour of the text, opening downwards into whatever is below. */
export function Arcade({ className }: { readonly className?: string }): ReactNode {
  const doors = Array.from({ length: BAYS }, (_, bay) => bay * BAY_WIDTH + 8)
    .map((x) => `M${x} 72V40a32 32 0 0 1 64 0v32z`)
    .join("");
  return (
    <svg
      viewBox={`0 0 ${BAYS * BAY_WIDTH} 72`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={cx("block h-14 w-full md:h-[4.5rem]", className)}
    >
      <path fill="currentColor" d={doors} />
    </svg>
  );
}
