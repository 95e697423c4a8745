/** Pictures of products: square, with their place kept before they arrive. */
import { type ReactNode, useState } from "react";
import { ArchPlaceholder } from "./arch.tsx";
import { cx } from "./cx.ts";

interface Sized {
  readonly sources?: readonly { readonly url: string; readonly width: number }[] | undefined;
}

/** The browser takes the size that it needs. Pictures that were not uploaded have but one. */
export function sourceSetOf({ sources = [] }: Sized, sizes: string) {
  if (sources.length < 2) return {};
  return { srcSet: sources.map(({ url, width }) => `${url} ${width}w`).join(", "), sizes };
}

interface PictureProps {
  readonly picture: ({ readonly url: string; readonly alt: string } & Sized) | null;
  /** How wide it is drawn, for the browser to choose by. */
  readonly sizes?: string;
  /** Above the fold, and worth waiting for. */
  readonly eager?: boolean;
  /** The words beside it say the same: nothing to read out. */
  readonly decorative?: boolean;
  readonly className?: string;
}

export function Picture(props: PictureProps): ReactNode {
  const { picture, eager, decorative, className, sizes = "(min-width: 48rem) 25vw, 50vw" } = props;
  const [broken, setBroken] = useState<string | null>(null);
  if (!picture) return <ArchPlaceholder className={className} />;
  const alt = decorative ? "" : picture.alt;
  if (picture.url === broken) return <ArchPlaceholder className={className} label={alt} />;
  return (
    <img
      src={picture.url}
      {...sourceSetOf(picture, sizes)}
      alt={alt}
      onError={() => setBroken(picture.url)}
      width={800}
      height={800}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
      decoding="async"
      className={cx("aspect-square w-full bg-paper-sunk object-cover", className)}
    />
  );
}
