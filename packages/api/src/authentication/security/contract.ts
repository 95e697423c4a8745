/** The security dashboard on the wire: failures, locks, sessions, and what staff does about them. */
import * as z from "zod";
import { Id, PageInput, pageOf, Timestamp } from "../../kernel/contract.ts";
import { DeviceSession, LoginAttempt } from "../contract.ts";

export const SecurityOverviewInput = z.strictObject({
  hours: z.int().min(1).max(720).default(24).describe("How far back"),
});
export type SecurityOverviewInput = z.infer<typeof SecurityOverviewInput>;

export const SecurityOverview = z
  .object({
    since: Timestamp,
    succeeded: z.int(),
    failed: z.int().describe("Wrong passwords and codes, unknown and inactive accounts"),
    refused: z.int().describe("Turned away by a limit"),
    active_sessions: z.int(),
    locked_accounts: z.int(),
    locked_clients: z.int(),
    buckets: z
      .array(
        z.object({
          start: Timestamp,
          succeeded: z.int(),
          failed: z.int(),
          refused: z.int(),
        }),
      )
      .describe("Spans of equal length, without a gap: hours up to two days, days beyond"),
  })
  .meta({ id: "SecurityOverview" });
export type SecurityOverview = z.infer<typeof SecurityOverview>;

export const AttemptOfAnybody = z
  .object({
    ...LoginAttempt.shape,
    account: z.string().describe("The address that was tried, known or not"),
    user_id: Id.nullable(),
  })
  .meta({ id: "AttemptOfAnybody" });
export type AttemptOfAnybody = z.infer<typeof AttemptOfAnybody>;

export const ListAttemptsInput = z.strictObject({
  ...PageInput.shape,
  result: z.enum(["succeeded", "failed"]).optional(),
  reason: z.string().max(40).optional(),
  account: z.string().trim().max(254).optional().describe("The whole address, any letter case"),
  ip: z.string().trim().max(45).optional(),
  since: Timestamp.optional(),
});
export type ListAttemptsInput = z.infer<typeof ListAttemptsInput>;

export const AttemptPage = pageOf(AttemptOfAnybody);
export type AttemptPage = z.infer<typeof AttemptPage>;

export const Lock = z
  .object({
    kind: z.enum(["account", "client"]),
    key: z.string().describe("The address tried, or the IPv4 address or IPv6 /64 it came from"),
    failures: z.int(),
    last_failure_at: Timestamp,
    free_at: Timestamp.describe("When it opens by itself"),
    user_id: Id.nullable(),
  })
  .meta({ id: "Lock" });
export type Lock = z.infer<typeof Lock>;

export const LockList = z.object({ items: z.array(Lock) });
export type LockList = z.infer<typeof LockList>;

export const UnlockInput = z.strictObject({
  kind: z.enum(["account", "client"]),
  key: z.string().trim().min(1).max(254),
});
export type UnlockInput = z.infer<typeof UnlockInput>;

export const SessionOfAnybody = z
  .object({ ...DeviceSession.shape, user_id: Id, email: z.string() })
  .meta({ id: "SessionOfAnybody" });
export type SessionOfAnybody = z.infer<typeof SessionOfAnybody>;

export const ListAllSessionsInput = z.strictObject({ ...PageInput.shape, user_id: Id.optional() });
export type ListAllSessionsInput = z.infer<typeof ListAllSessionsInput>;

export const SessionPage = pageOf(SessionOfAnybody);
export type SessionPage = z.infer<typeof SessionPage>;

export const UserRef = z.strictObject({ id: Id });
export type UserRef = z.infer<typeof UserRef>;

export const DisableUserInput = z.strictObject({
  id: Id,
  reason: z.string().trim().max(300).default("").describe("Kept in the audit trail"),
});
export type DisableUserInput = z.infer<typeof DisableUserInput>;

export const SignInPolicy = z
  .object({ staff_needs_second_factor: z.boolean() })
  .meta({ id: "SignInPolicy" });
export type SignInPolicy = z.infer<typeof SignInPolicy>;

export const UpdateSignInPolicyInput = z.strictObject({ staff_needs_second_factor: z.boolean() });
export type UpdateSignInPolicyInput = z.infer<typeof UpdateSignInPolicyInput>;
