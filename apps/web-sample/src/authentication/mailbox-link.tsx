/** Where to find a mail that was not really sent. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Notice } from "../ui/notice.tsx";

const MAILBOX = "/dev/mailbox";

/** A server in development keeps the mails it would have sent; any other answers with the shop. */
async function hasMailbox(): Promise<boolean> {
  const response = await fetch(MAILBOX);
  return response.ok && !(await response.text()).includes('id="root"');
}

export function MailboxLink(): ReactNode {
  const { data: open = false } = useQuery({
    queryKey: ["mailbox"],
    queryFn: hasMailbox,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!open) return null;
  return (
    <Notice tone="info" title="This is a development server" className="mb-6 text-left">
      <p>
        No mail leaves it.{" "}
        <a href={MAILBOX} target="_blank" rel="noreferrer" className="link font-semibold">
          Open its mailbox
        </a>
      </p>
    </Notice>
  );
}
