/** Opens and closes a native modal dialog along with a value, so focus and Escape just work. */
import { type MouseEvent, type RefObject, useEffect, useRef } from "react";

interface Modal {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** For presses beside the panel. */
  readonly closeFromBackdrop: (event: MouseEvent) => void;
}

export function useModal(open: boolean, onClose: () => void): Modal {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return {
    dialog,
    closeFromBackdrop: (event) => {
      if (event.target === dialog.current) onClose();
    },
  };
}
