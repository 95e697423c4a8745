/** The pictures of a product: one to press for a closer look, the others to choose from. */
import type { Picture as PictureData } from "@souk/client/contracts/products";
import { Expand } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { cx } from "../ui/cx.ts";
import { Picture } from "../ui/picture.tsx";
import { PictureDialog } from "./picture-dialog.tsx";

interface GalleryProps {
  readonly title: string;
  readonly pictures: readonly PictureData[];
  /** The chosen variant's own picture: shown first whenever it changes. */
  readonly preferred: PictureData | null;
}

export function Gallery({ title, pictures, preferred }: GalleryProps): ReactNode {
  const known = pictures.some(({ url }) => url === preferred?.url);
  const all = preferred && !known ? [preferred, ...pictures] : pictures;
  const [url, setUrl] = useState(preferred?.url);
  const [large, setLarge] = useState<number | null>(null);
  useEffect(() => setUrl(preferred?.url), [preferred?.url]);
  const shown = all.find((picture) => picture.url === url) ?? all[0] ?? null;

  return (
    <section aria-label={`Pictures of ${title}`}>
      {shown ? (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={`Enlarge: ${shown.alt || title}`}
          onClick={() => setLarge(all.indexOf(shown))}
          className="group relative block w-full cursor-zoom-in! overflow-hidden rounded-xl bg-paper-sunk"
        >
          <Picture picture={shown} eager sizes="(min-width: 48rem) 50vw, 100vw" />
          <span
            aria-hidden
            className="absolute right-3 bottom-3 flex size-11 items-center justify-center rounded-full bg-paper/90 text-ink transition-colors group-hover:bg-ink group-hover:text-paper"
          >
            <Expand className="size-5" strokeWidth={1.75} />
          </span>
        </button>
      ) : (
        <div className="overflow-hidden rounded-xl bg-paper-sunk">
          <Picture picture={null} />
        </div>
      )}
      {all.length > 1 && (
        <ul className="mt-3 grid grid-cols-5 gap-3 md:mt-4 md:gap-4">
          {all.map((picture, index) => (
            <li key={picture.url}>
              <button
                type="button"
                aria-label={`Picture ${index + 1}: ${picture.alt}`}
                aria-current={picture === shown || undefined}
                onClick={() => setUrl(picture.url)}
                className={cx(
                  "block w-full overflow-hidden rounded-lg ring-offset-2 ring-offset-paper transition",
                  picture === shown ? "ring-2 ring-ink" : "opacity-80 hover:opacity-100",
                )}
              >
                <Picture picture={picture} decorative />
              </button>
            </li>
          ))}
        </ul>
      )}
      <PictureDialog
        title={title}
        pictures={all}
        place={large}
        onMove={(place) => {
          setLarge(place);
          setUrl(all[place]?.url);
        }}
        onClose={() => setLarge(null)}
      />
    </section>
  );
}
