/** Pictures that buyers took, small, and large at a press. */
import type { ReviewPicture } from "@souk/client/contracts/reviews";
import { type ReactNode, useState } from "react";
import { PictureDialog } from "../products/picture-dialog.tsx";
import { Picture } from "../ui/picture.tsx";

interface ReviewPicturesProps {
  readonly pictures: readonly ReviewPicture[];
  /** Whose they are. */
  readonly title: string;
}

export function ReviewPictures({ pictures, title }: ReviewPicturesProps): ReactNode {
  const [place, setPlace] = useState<number | null>(null);
  if (pictures.length === 0) return null;
  const large = pictures.map(({ url, sources }, i) => ({
    ...{ url, alt: `Picture ${i + 1} of ${title}` },
    ...(sources === undefined ? {} : { sources }),
  }));
  return (
    <>
      <ul aria-label={`Pictures of ${title}`} className="mt-4 flex flex-wrap gap-2">
        {large.map((picture, i) => (
          <li key={picture.url}>
            <button
              type="button"
              aria-haspopup="dialog"
              aria-label={`Enlarge: ${picture.alt}`}
              onClick={() => setPlace(i)}
              className="block size-20 cursor-zoom-in! overflow-hidden rounded-lg"
            >
              <Picture picture={picture} decorative sizes="5rem" />
            </button>
          </li>
        ))}
      </ul>
      <PictureDialog
        title={title}
        pictures={large}
        place={place}
        onMove={setPlace}
        onClose={() => setPlace(null)}
      />
    </>
  );
}
