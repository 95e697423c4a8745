/** A question in the middle of the page, to be answered before anything else. */
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "./button.tsx";
import { useModal } from "./use-modal.ts";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

export function Dialog({ open, onClose, title, children }: DialogProps): ReactNode {
  const { dialog, closeFromBackdrop } = useModal(open, onClose);
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the panel is for the mouse
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={closeFromBackdrop}
      className="modal w-[min(28rem,calc(100vw-2rem))] rounded-2xl shadow-lift"
    >
      <div className="px-6 pt-5 pb-7 sm:px-8">
        <div className="-mr-3 flex items-center justify-between gap-4 sm:-mr-5">
          <h2 id={titleId} className="display-4">
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X aria-hidden className="size-5" />
          </IconButton>
        </div>
        {children}
      </div>
    </dialog>
  );
}
