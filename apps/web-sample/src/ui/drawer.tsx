/** A panel that slides in from the side. */
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { useModal } from "./use-modal.ts";

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly side?: "left" | "right";
  readonly children: ReactNode;
  /** Stays in sight at the lower end. */
  readonly footer?: ReactNode;
}

export function Drawer({ open, onClose, title, side = "right", ...parts }: DrawerProps): ReactNode {
  const { dialog, closeFromBackdrop } = useModal(open, onClose);
  const titleId = useId();
  return (
    // The keyboard closes it by Escape, which the browser turns into the close event.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the panel is for the mouse
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={closeFromBackdrop}
      className={cx("drawer w-[min(27rem,100vw)]", `drawer-${side}`)}
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between border-b border-line py-3 pr-3 pl-6">
          <h2 id={titleId} className="display-4">
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X aria-hidden className="size-5" />
          </IconButton>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">{parts.children}</div>
        {parts.footer && (
          <div className="border-t border-line bg-paper px-6 py-5">{parts.footer}</div>
        )}
      </div>
    </dialog>
  );
}
