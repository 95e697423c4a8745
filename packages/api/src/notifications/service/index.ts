/** From the event log to people: which event makes which mail. */
import * as authentication from "../../authentication/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Consumer, LoggedEvent } from "../../kernel/event-log.ts";
import * as orders from "../../orders/service/index.ts";
import type { Mailer } from "../../ports/mailer.ts";
import * as users from "../../users/service/index.ts";
import type { Letter } from "../letters/letter.ts";
import { orderConfirmation } from "../letters/order-confirmation.ts";
import { passwordChangedLetter, passwordResetLetter } from "../letters/password.ts";
import { repeatedRegistrationLetter, verificationLetter } from "../letters/verification.ts";

/**
 * One mail for an event, under the event's id, so that a transport can drop a repeat. What is no more
 * by the time its mail is written, such as a link that was replaced, is passed over.
 */
export const mailConsumer = (ctx: Context, mailer: Mailer): Consumer => ({
  name: "mail",
  handle: async (event) => {
    const letter = (await letters[event.type]?.(ctx, event)) ?? null;
    if (letter !== null) await mailer.send({ id: event.id, ...letter });
  },
});

type Write = (ctx: Context, event: LoggedEvent) => Promise<Letter | null>;

const verification: Write = async (ctx, event) => {
  const id = idIn(event, "verification_id");
  const link = id === null ? null : await authentication.verificationForMail(ctx, id);
  return link === null ? null : verificationLetter(ctx, link);
};

const passwordChanged =
  (how: "changed" | "reset"): Write =>
  async (ctx, event) => {
    const userId = idIn(event, "user_id");
    const user = userId === null ? null : await users.findById(ctx, userId);
    if (user === null) return null;
    return passwordChangedLetter(ctx, { to: user.email, at: event.occurredAt, how });
  };

const letters: Readonly<Record<string, Write>> = {
  "user.registered": verification,
  "verification.requested": verification,

  "registration.repeated": async (ctx, event) => {
    const userId = idIn(event, "user_id");
    const user = userId === null ? null : await users.findById(ctx, userId);
    if (user === null) return null;
    const id = idIn(event, "verification_id");
    const link = id === null ? null : await authentication.verificationForMail(ctx, id);
    return repeatedRegistrationLetter(ctx, user.email, link);
  },

  "password_reset.requested": async (ctx, event) => {
    const id = idIn(event, "password_reset_id");
    const link = id === null ? null : await authentication.passwordResetForMail(ctx, id);
    return link === null ? null : passwordResetLetter(ctx, link);
  },

  "user.password_changed": passwordChanged("changed"),
  "user.password_reset": passwordChanged("reset"),

  "order.placed": async (ctx, event) => {
    const orderId = idIn(event, "order_id");
    const placed = orderId === null ? null : await orders.forMail(ctx, orderId);
    return placed === null ? null : orderConfirmation(ctx, placed.order, placed.access_token);
  },
};

function idIn(event: LoggedEvent, member: string): string | null {
  const value: unknown = Reflect.get(event.payload, member);
  return typeof value === "string" ? value : null;
}
