/** Files by the typed client against the real server: with their names, and refused like any input. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { authentication, users } from "@souk/api";
import { loadConfig, openServices, type RunningServer, startServer } from "@souk/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSoukClient, errorReason, fieldErrors, memoryStorage } from "../src/index.ts";

const account = { email: "amina@example.com", password: "SecurePass123" };
/** The smallest GIF: one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=", "base64");

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "souk-client-"));
  const services = await openServices(
    loadConfig({ SOUK_ENV: "testing", SOUK_DATA_DIR: folder, PORT: "0" }),
  );
  const ctx = services.systemContext();
  const passwordHash = await authentication.hashPassword(account.password);
  const names = { username: "amina", firstName: "Amina", lastName: "Berrada", phone: null };
  const { id } = await users.addUser(ctx, { email: account.email, ...names, passwordHash });
  await users.confirmEmail(ctx, id);
  server = await startServer(services);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a file goes with its name, beside calls that travel in batches", async () => {
  const options = { session: "tokens", storage: memoryStorage() } as const;
  const { api } = createSoukClient({ url: `${server.url}/trpc`, ...options });
  await api.authentication.login.mutate(account);
  const [asset, me] = await Promise.all([
    api.media.uploadForReview.mutate({ file: new File([PIXEL], "my mug.gif") }),
    api.users.me.query(),
  ]);
  expect(asset).toMatchObject({ width: 1, height: 1, file_name: "my mug.gif" });
  expect(me.email).toBe(account.email);
  const picture = await fetch(`${server.url}${asset.url}`);
  expect(picture.headers.get("content-type")).toBe("image/webp");

  const bad = { file: new File(["<svg/>"], "a.svg"), file_name: "b.svg" };
  const refused: unknown = await api.media.uploadForReview.mutate(bad).catch((error) => error);
  expect(errorReason(refused)).toBe("picture_type_unknown");
  expect(fieldErrors(refused)).toHaveProperty("file");
});

it("what somebody may not do, they may not do with a file", async () => {
  const { api } = createSoukClient({ url: `${server.url}/trpc`, storage: memoryStorage() });
  const refused: unknown = await api.media.upload
    .mutate({ file: new File([PIXEL], "a.gif") })
    .catch((error) => error);
  expect(errorReason(refused)).toBe("sign_in_required");
});
