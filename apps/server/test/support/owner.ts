/** The owner of the shop over HTTP: an account with every permission, and what it asks. */
import { access, authentication } from "@souk/api";
import type { TestServer } from "./open-server.ts";
import { told } from "./told.ts";

const EMAIL = "owner@example.com";
const PASSWORD = "a long enough secret";

export interface Owner {
  ask(method: string, path: string, body?: object): Promise<Response>;
  /** What is answered; throws where it is refused. */
  send<T = unknown>(method: string, path: string, body?: object): Promise<T>;
  /** Anew: access tokens end by the clock. */
  signIn(): Promise<void>;
}

export async function openOwner(server: TestServer): Promise<Owner> {
  let token = "";
  const passwordHash = await authentication.hashPassword(PASSWORD);
  const names = { username: "owner", firstName: "Omar", lastName: "Owner" };
  const ctx = server.services.systemContext();
  await access.appoint(ctx, "owner", { email: EMAIL, ...names, passwordHash });

  const ask = (method: string, path: string, body?: object) =>
    server.fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(method === "POST" ? { "Idempotency-Key": crypto.randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  async function send<T = unknown>(method: string, path: string, body?: object): Promise<T> {
    const answer = await ask(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.status === 204 ? (undefined as T) : told<T>(answer);
  }
  async function signIn(): Promise<void> {
    token = "";
    const login = { email: EMAIL, password: PASSWORD };
    token = (await send<{ access: string }>("POST", "/auth/login/", login)).access;
  }
  await signIn();
  return { ask, send, signIn };
}
