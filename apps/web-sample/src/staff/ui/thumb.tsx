/** A small picture at the head of a row. Its name stands beside it. */
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { Picture } from "../../ui/picture.tsx";

interface ThumbProps {
  readonly picture: { readonly url: string; readonly alt: string } | null;
  readonly large?: boolean;
}

export function Thumb({ picture, large = false }: ThumbProps): ReactNode {
  return (
    <span
      className={cx("block shrink-0 overflow-hidden rounded-md", large ? "size-16" : "size-10")}
    >
      <Picture picture={picture} decorative />
    </span>
  );
}
