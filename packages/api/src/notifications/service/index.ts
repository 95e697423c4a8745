/** From the event log to people: which event makes which mail. */
import * as authentication from "../../authentication/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Consumer } from "../../kernel/event-log.ts";
import * as orders from "../../orders/service/index.ts";
import type { Mailer } from "../../ports/mailer.ts";
import * as users from "../../users/service/index.ts";
import { orderConfirmation } from "../letters/order-confirmation.ts";
import { passkeyLetter } from "../letters/passkey.ts";
import { passwordChangedLetter, passwordResetLetter } from "../letters/password.ts";
import { secondFactorLetter } from "../letters/second-factor.ts";
import { accountLetters } from "./accounts.ts";
import { textIn, type Write } from "./payload.ts";
import { reviewLetters } from "./reviews.ts";
import { tellOfStock } from "./stock-alerts.ts";

/**
 * One mail for an event, under the event's id, so that a transport can drop a repeat. What is no more
 * by the time its mail is written, such as a link that was replaced, is passed over.
 */
export const mailConsumer = (ctx: Context, mailer: Mailer): Consumer => ({
  name: "mail",
  handle: async (event) => {
    const letter = (await letters[event.type]?.(ctx, event)) ?? null;
    if (letter !== null) await mailer.send({ id: event.id, ...letter });
    await tellOfStock(ctx, mailer, event);
  },
});

const passwordChanged =
  (how: "changed" | "reset"): Write =>
  async (ctx, event) => {
    const userId = textIn(event, "user_id");
    const user = userId === null ? null : await users.findById(ctx, userId);
    if (user === null) return null;
    return passwordChangedLetter(ctx, { to: user.email, at: event.occurredAt, how });
  };

const secondFactorSwitched =
  (now: "on" | "off"): Write =>
  async (ctx, event) => {
    const userId = textIn(event, "user_id");
    const user = userId === null ? null : await users.findById(ctx, userId);
    return user === null
      ? null
      : secondFactorLetter(ctx, { to: user.email, at: event.occurredAt, now });
  };

const passkeyChanged =
  (what: "added" | "removed"): Write =>
  async (ctx, event) => {
    const userId = textIn(event, "user_id");
    const user = userId === null ? null : await users.findById(ctx, userId);
    return user === null
      ? null
      : passkeyLetter(ctx, { to: user.email, at: event.occurredAt, what });
  };

const letters: Readonly<Record<string, Write>> = {
  ...accountLetters,
  ...reviewLetters,

  "password_reset.requested": async (ctx, event) => {
    const id = textIn(event, "password_reset_id");
    const link = id === null ? null : await authentication.passwordResetForMail(ctx, id);
    return link === null ? null : passwordResetLetter(ctx, link);
  },

  "user.password_changed": passwordChanged("changed"),
  "user.password_reset": passwordChanged("reset"),
  "user.second_factor_enabled": secondFactorSwitched("on"),
  "user.second_factor_disabled": secondFactorSwitched("off"),
  "user.passkey_added": passkeyChanged("added"),
  "user.passkey_removed": passkeyChanged("removed"),

  "order.placed": async (ctx, event) => {
    const orderId = textIn(event, "order_id");
    const placed = orderId === null ? null : await orders.forMail(ctx, orderId);
    return placed === null ? null : orderConfirmation(ctx, placed.order, placed.access_token);
  },
};
