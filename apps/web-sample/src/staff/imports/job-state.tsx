/** How an import stands, in a word and a colour. */
import type { ImportJob } from "@souk/client/contracts/imports";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { isAllRefused, noRowText, statusTones, statusWords } from "./words.ts";

export function JobState({ job }: { readonly job: ImportJob }): ReactNode {
  if (isAllRefused(job)) return <Badge tone="bad">{noRowText(job)}</Badge>;
  return <Badge tone={statusTones[job.status]}>{statusWords[job.status]}</Badge>;
}
