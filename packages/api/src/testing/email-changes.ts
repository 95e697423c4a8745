/** Moves to another address for tests: asked for, and confirmed by the link that was mailed. */
import { emailChanges } from "@souk/db/schema";
import { desc, eq } from "drizzle-orm";
import * as authentication from "../authentication/service/index.ts";
import type { RequestInfo } from "../kernel/context.ts";
import { freshClient, registration, type TestCustomer } from "./accounts.ts";
import type { Shop } from "./index.ts";

export type Mover = Pick<TestCustomer, "actor">;

/** One that nobody has. */
export const newAddress = (): string => registration().email.replace("amina", "moved");

export function movesOf(shopOf: () => Shop) {
  const ctx = (request: Partial<RequestInfo> = freshClient()) => shopOf().ctx({ request });
  const ask = ({ actor }: Mover, email: string, request?: Partial<RequestInfo>) =>
    authentication.changeEmail({ ...ctx(request), actor }, { email });
  const confirm = ({ actor }: Mover, token: string, request?: Partial<RequestInfo>) =>
    authentication.confirmEmailChange({ ...ctx(request), actor }, { token });
  /** The newest first. */
  const changesOf = ({ actor }: Mover) =>
    shopOf()
      .test.database.system.select()
      .from(emailChanges)
      .where(eq(emailChanges.userId, actor.userId))
      .orderBy(desc(emailChanges.id));
  /** The token in the newest mail, as the mail's consumer derives it. */
  const tokenFor = async (mover: Mover): Promise<string | null> => {
    const [row] = await changesOf(mover);
    const mail = row === undefined ? null : await authentication.emailChangeForMail(ctx(), row.id);
    return mail?.token ?? null;
  };
  const asked = async (mover: Mover, email: string): Promise<string> => {
    await ask(mover, email);
    const token = await tokenFor(mover);
    if (token === null) throw new Error(`no link is on its way to ${email}`);
    return token;
  };
  return { ask, confirm, changesOf, tokenFor, asked };
}
