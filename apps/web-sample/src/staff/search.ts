/** What the addresses of the staff pages carry: filters that can be kept and shared. */
import { judged, type RawSearch, textOf } from "../shell/search-params.ts";

export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  const text = textOf(value);
  return known.find((item) => item === text);
}

export const userStatuses = ["active", "disabled", "unverified"] as const;

export interface UsersSearch {
  readonly q?: string;
  readonly status?: (typeof userStatuses)[number];
}

export const readUsersSearch = ({ q, status }: RawSearch): UsersSearch =>
  judged({ q: textOf(q), status: oneOf(userStatuses, status) });

export const orderStatuses = ["placed", "canceled"] as const;

export interface StaffOrdersSearch {
  readonly q?: string;
  readonly status?: (typeof orderStatuses)[number];
}

export const readStaffOrdersSearch = ({ q, status }: RawSearch): StaffOrdersSearch =>
  judged({ q: textOf(q), status: oneOf(orderStatuses, status) });

/** How far back one looks, and how many hours that is. */
export const spans = { "24h": 24, "7d": 168, "30d": 720 } as const;
export type Span = keyof typeof spans;
export const spanNames = Object.keys(spans) as readonly Span[];

export const attemptResults = ["succeeded", "failed"] as const;

export interface SecuritySearch {
  readonly span?: Span;
  readonly result?: (typeof attemptResults)[number];
  readonly reason?: string;
  readonly account?: string;
  readonly ip?: string;
  readonly family?: string;
}

export const readSecuritySearch = (raw: RawSearch): SecuritySearch => {
  const { span, result, reason, account, ip, family } = raw;
  return judged({
    span: oneOf(spanNames, span),
    result: oneOf(attemptResults, result),
    reason: textOf(reason),
    account: textOf(account),
    ip: textOf(ip),
    family: textOf(family),
  });
};

export interface AuditSearch {
  readonly action?: string;
  readonly actor?: string;
  readonly since?: Span;
}

export const readAuditSearch = ({ action, actor, since }: RawSearch): AuditSearch =>
  judged({ action: textOf(action), actor: textOf(actor), since: oneOf(spanNames, since) });
