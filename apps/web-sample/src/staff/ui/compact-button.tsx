/** Buttons for dense screens: smaller than the shop's, in the same colours. */
import { createLink } from "@tanstack/react-router";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "../../ui/cx.ts";

type Look = "primary" | "secondary" | "danger" | "quiet";

const looks: Record<Look, string> = {
  primary: "bg-clay text-white hover:bg-clay-deep",
  secondary: "border border-line-strong text-ink hover:border-ink hover:bg-paper-sunk",
  danger: "border border-alarm/60 text-alarm hover:bg-alarm hover:text-white",
  quiet: "text-ink hover:bg-paper-sunk",
};

const compactClass = (look: Look, extra?: string): string =>
  cx(
    "inline-flex min-h-10 items-center justify-center gap-1.5 rounded-full px-4 text-sm",
    "font-semibold leading-tight whitespace-nowrap transition-colors duration-200",
    "disabled:cursor-not-allowed disabled:border-transparent disabled:bg-paper-sunk",
    "disabled:text-ink-soft",
    looks[look],
    extra,
  );

interface CompactButtonProps extends ComponentProps<"button"> {
  readonly look?: Look;
  /** Keeps its place and says that it works; a second press does nothing. */
  readonly pending?: boolean;
}

export function CompactButton(props: CompactButtonProps): ReactNode {
  const { look = "secondary", pending = false, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={compactClass(look, className)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}

type CompactAnchorProps = ComponentProps<"a"> & { readonly look?: Look };

function CompactAnchor({ look = "secondary", className, ...anchor }: CompactAnchorProps) {
  return <a {...anchor} className={compactClass(look, className)} />;
}

export const CompactLink = createLink(CompactAnchor);
