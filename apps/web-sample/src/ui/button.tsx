/** The buttons of the shop, and links that look like them. */
import { createLink } from "@tanstack/react-router";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

export type ButtonLook = "primary" | "secondary" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-clay text-white hover:bg-clay-deep",
  secondary: "border border-ink/70 text-ink hover:bg-ink hover:text-paper",
  danger: "bg-alarm text-white hover:bg-alarm/85",
};

export function buttonClass(look: ButtonLook, extra?: string): string {
  return cx(
    "inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 text-[0.95rem]",
    "font-semibold leading-tight transition-colors duration-200",
    "disabled:cursor-not-allowed disabled:bg-paper-sunk disabled:text-ink-soft disabled:border-transparent",
    looks[look],
    extra,
  );
}

interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: ButtonLook;
  /** Keeps its place and says that it works; a second press does nothing. */
  readonly pending?: boolean;
}

export function Button({ look = "primary", pending = false, ...props }: ButtonProps): ReactNode {
  const { className, children, onClick, type = "button", ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={buttonClass(look, className)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}

type AnchorButtonProps = ComponentProps<"a"> & { readonly look?: ButtonLook };

function AnchorButton({ look = "primary", className, ...anchor }: AnchorButtonProps): ReactNode {
  return <a {...anchor} className={buttonClass(look, className)} />;
}

export const ButtonLink = createLink(AnchorButton);

interface IconButtonProps extends ComponentProps<"button"> {
  /** What a screen reader says: the picture alone says nothing. */
  readonly label: string;
}

export function IconButton({ label, className, children, ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={cx(
        "inline-flex size-11 items-center justify-center rounded-full transition-colors",
        "hover:bg-paper-sunk",
        className,
      )}
    >
      {children}
    </button>
  );
}
