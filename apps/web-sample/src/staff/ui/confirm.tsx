/** "Do you mean it?" before what cannot be taken back. */
import { type ReactNode, useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { CompactButton } from "./compact-button.tsx";

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says, such as "Revoke the key". */
  readonly action: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

export function Confirm(props: ConfirmProps): ReactNode {
  const { open, title, children, action, onConfirm, onClose } = props;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const confirm = (): void => {
    setPending(true);
    setProblem(null);
    onConfirm()
      .then(close, (error: unknown) => setProblem(explainFault(error)))
      .finally(() => setPending(false));
  };
  return (
    <Dialog open={open} onClose={close} title={title}>
      <div className="mt-2 text-[0.95rem] text-ink-soft">{children}</div>
      {problem && (
        <Notice tone="alarm" className="mt-4">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <CompactButton onClick={close}>Cancel</CompactButton>
        <CompactButton look="danger" pending={pending} onClick={confirm}>
          {action}
        </CompactButton>
      </div>
    </Dialog>
  );
}
