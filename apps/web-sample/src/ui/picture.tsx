/** Pictures of products: square, with their place kept before they arrive. */
import type { ReactNode } from "react";
import { ArchPlaceholder } from "./arch.tsx";
import { cx } from "./cx.ts";

interface PictureProps {
  readonly picture: { readonly url: string; readonly alt: string } | null;
  /** Above the fold, and worth waiting for. */
  readonly eager?: boolean;
  /** The words beside it say the same: nothing to read out. */
  readonly decorative?: boolean;
  readonly className?: string;
}

export function Picture({ picture, eager, decorative, className }: PictureProps): ReactNode {
  if (!picture) return <ArchPlaceholder {...(className === undefined ? {} : { className })} />;
  return (
    <img
      src={picture.url}
      alt={decorative ? "" : picture.alt}
      width={800}
      height={800}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
      decoding="async"
      className={cx("aspect-square w-full bg-paper-sunk object-cover", className)}
    />
  );
}
