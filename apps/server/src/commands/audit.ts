/** `audit verify`: the proof that the audit trail is as it was written. */
import { type AuditVerdict, verifyAudit } from "@souk/api";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

/** Answers whether it is whole. `expectHead` was the head once, and was kept elsewhere. */
export async function verifyTrail(
  services: Pick<Services, "systemContext">,
  expectHead: string | undefined,
  output: Output,
): Promise<boolean> {
  const ctx = services.systemContext();
  const verdict = await verifyAudit(ctx, expectHead === undefined ? {} : { expectHead });
  output.write(`${reportOf(verdict)}\n`);
  return verdict.ok;
}

function reportOf({ ok, entries, head, problems }: AuditVerdict): string {
  const counted = `${entries} sealed ${entries === 1 ? "entry" : "entries"}`;
  if (ok) return `The audit trail is whole: ${counted}.\nHead: ${head}`;
  const lines = problems.map(({ position, problem }) => `  at ${position}: ${problem}`);
  return [`The audit trail is broken. It has ${counted}.`, ...lines].join("\n");
}
