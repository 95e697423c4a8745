/** Copies a text, and says so. */
import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { toasts } from "../../ui/toast.tsx";
import { CompactButton } from "./compact-button.tsx";

export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toasts.say("Copying did not work. Select the text and copy it yourself."),
    );
  };
  const Icon = copied ? Check : Copy;
  return (
    <CompactButton onClick={copy}>
      <Icon aria-hidden className="size-4" />
      <span role="status">{copied ? "Copied" : "Copy"}</span>
    </CompactButton>
  );
}
