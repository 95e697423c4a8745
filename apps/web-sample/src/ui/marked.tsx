/** A text in which the words that were searched for stand out. */
import type { ReactNode } from "react";

interface MarkedProps {
  readonly segments: readonly { readonly text: string; readonly match: boolean }[];
}

export function Marked({ segments }: MarkedProps): ReactNode {
  return segments.map(({ text, match }, place) => {
    const key = `${place} ${text}`;
    return match ? (
      <mark key={key} className="rounded-xs bg-saffron/45 text-inherit">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
