/** Recovery codes, in the one moment that they can be seen. */
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { toasts } from "../../ui/toast.tsx";

const fileOf = (codes: readonly string[]): string =>
  ["Recovery codes for your account at Souk. Each works once.", "", ...codes, ""].join("\n");

async function copy(codes: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(codes.join("\n"));
    toasts.say("The codes are copied.");
  } catch {
    toasts.say("Your browser does not let us copy. Download them instead.");
  }
}

interface RecoveryCodesPanelProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

export function RecoveryCodesPanel({ codes, onDone }: RecoveryCodesPanelProps): ReactNode {
  return (
    <div className="max-w-xl rounded-2xl bg-paper-raised p-6 shadow-lift sm:p-8">
      <Notice tone="info" title="Save these now">
        <p>They let you in when your device is lost. You will not see them again.</p>
      </Notice>
      <div className="print-alone mt-6">
        <h3 className="display-4">Your recovery codes</h3>
        <p className="mt-1 text-sm text-ink-soft">Each works once.</p>
        <ul
          aria-label="Recovery codes"
          className="mt-4 grid gap-x-8 gap-y-2 font-mono text-lg tracking-wide sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="mt-6 flex flex-wrap gap-3 border-t border-line pt-6">
        <Button look="secondary" onClick={() => void copy(codes)}>
          Copy
        </Button>
        <Button
          look="secondary"
          onClick={() => saveFile("souk-recovery-codes.txt", fileOf(codes), "text/plain")}
        >
          Download
        </Button>
        <Button look="secondary" onClick={() => window.print()}>
          Print
        </Button>
        <Button className="w-full sm:ml-auto sm:w-auto" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </div>
  );
}
