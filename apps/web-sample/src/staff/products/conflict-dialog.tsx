/** Somebody else saved the product meanwhile: theirs, or mine. Neither is lost without being asked. */
import type { StaffProduct } from "@souk/client/contracts/product-admin";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";

interface ConflictDialogProps {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onTakeTheirs: (product: StaffProduct) => void;
  readonly onKeepMine: (version: string) => Promise<void>;
}

export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { id, open, onClose, onTakeTheirs, onKeepMine } = props;
  const souk = useSouk();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = (use: (theirs: StaffProduct) => Promise<void> | void): void => {
    setPending(true);
    setProblem(null);
    souk.products.staff.get
      .query({ id })
      .then(use)
      .then(onClose, (error: unknown) => setProblem(explainFault(error)))
      .finally(() => setPending(false));
  };
  return (
    <Dialog open={open} onClose={onClose} title="Somebody else has saved this product">
      <p className="mt-2 text-[0.95rem] text-ink-soft">
        It was changed while you were at it. Nothing of yours is saved yet, and nothing of it is
        lost.
      </p>
      {problem && (
        <Notice tone="alarm" className="mt-4">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="mt-6 grid gap-2">
        <CompactButton
          look="primary"
          pending={pending}
          onClick={() => settle(({ version }) => onKeepMine(version))}
        >
          Save mine over theirs
        </CompactButton>
        <CompactButton pending={pending} onClick={() => settle(onTakeTheirs)}>
          Drop mine and show theirs
        </CompactButton>
        <CompactButton look="quiet" onClick={onClose}>
          Go on editing
        </CompactButton>
      </div>
    </Dialog>
  );
}
