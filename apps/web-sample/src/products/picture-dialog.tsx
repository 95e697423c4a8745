/** A picture as large as the screen allows, twice as large on request, and its neighbours. */
import type { Picture } from "@souk/client/contracts/products";
import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { sourceSetOf } from "../ui/picture.tsx";
import { useModal } from "../ui/use-modal.ts";

export type LargePicture = Pick<Picture, "url" | "alt" | "sources">;

interface PictureDialogProps {
  readonly title: string;
  readonly pictures: readonly LargePicture[];
  /** Null: closed. */
  readonly place: number | null;
  readonly onMove: (place: number) => void;
  readonly onClose: () => void;
}

interface ViewProps {
  readonly picture: LargePicture;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
}

/** Magnified it scrolls, by wheel, finger or arrow keys. A pinch enlarges it as anywhere. */
function View({ picture, zoomed, onZoom }: ViewProps): ReactNode {
  const box = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = box.current?.parentElement;
    if (!element || !zoomed) return;
    element.scrollTo(
      (element.scrollWidth - element.clientWidth) / 2,
      (element.scrollHeight - element.clientHeight) / 2,
    );
  }, [zoomed, picture.url]);
  return (
    <div className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <button
        ref={box}
        type="button"
        aria-pressed={zoomed}
        aria-label={`${picture.alt || "Picture"}, magnified`}
        onClick={() => onZoom(!zoomed)}
        onWheel={({ deltaY }) => !zoomed && deltaY < 0 && onZoom(true)}
        className={cx(
          "flex items-center justify-center focus-visible:-outline-offset-4",
          zoomed ? "size-[200%] cursor-zoom-out!" : "size-full cursor-zoom-in!",
        )}
      >
        <img
          src={picture.url}
          {...sourceSetOf(picture, zoomed ? "200vw" : "100vw")}
          alt={picture.alt}
          className="size-full touch-manipulation object-contain"
        />
      </button>
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export function PictureDialog(props: PictureDialogProps): ReactNode {
  const { title, pictures, place, onMove, onClose } = props;
  const { dialog, closeFromBackdrop } = useModal(place !== null, onClose);
  const [zoomed, setZoomed] = useState(false);
  useEffect(() => setZoomed(false), [place]);
  const { length } = pictures;
  const picture = place === null ? undefined : pictures[place];
  const move = (by: number): void => onMove(((place ?? 0) + by + length) % length);

  const onKeyDown = ({ key }: KeyboardEvent): void => {
    const step = steps[key];
    if (step !== undefined && !zoomed && length > 1) move(step);
    if (key === "+" || key === "-") setZoomed(key === "+");
  };
  return (
    <dialog
      ref={dialog}
      aria-label={`Pictures of ${title}`}
      onClose={onClose}
      onClick={closeFromBackdrop}
      onKeyDown={onKeyDown}
      className="modal h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-none overflow-hidden rounded-2xl"
    >
      {picture && (
        <div className="flex h-full flex-col">
          <div className="flex items-center gap-1 border-b border-line px-3 py-1.5">
            <p role="status" className="tabular mr-auto truncate pl-2 text-sm text-ink-soft">
              {length > 1 && `${(place ?? 0) + 1} of ${length}`}
              <span className="sr-only">: {picture.alt}</span>
            </p>
            {length > 1 && (
              <>
                <IconButton label="The picture before" onClick={() => move(-1)}>
                  <ChevronLeft aria-hidden className="size-5" />
                </IconButton>
                <IconButton label="The next picture" onClick={() => move(1)}>
                  <ChevronRight aria-hidden className="size-5" />
                </IconButton>
              </>
            )}
            <IconButton
              label={zoomed ? "Fit to the screen" : "Twice as large"}
              onClick={() => setZoomed(!zoomed)}
            >
              {zoomed ? (
                <ZoomOut aria-hidden className="size-5" />
              ) : (
                <ZoomIn aria-hidden className="size-5" />
              )}
            </IconButton>
            <IconButton label="Close" onClick={onClose}>
              <X aria-hidden className="size-5" />
            </IconButton>
          </div>
          <View picture={picture} zoomed={zoomed} onZoom={setZoomed} />
        </div>
      )}
    </dialog>
  );
}
