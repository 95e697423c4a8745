/** The program: reads the settings, starts, says where to look, and stops when it is told to. */
import { seedDemoStore } from "./commands/seed.ts";
import { demoAccountsOf } from "./commands/seed-people.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { describeError } from "./log.ts";
import { type RunningServer, startServer } from "./server.ts";
import { openServices, type Services } from "./services.ts";

function configOrExit(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function start(config: Config): Promise<{ services: Services; server: RunningServer }> {
  const services = await openServices(config);
  try {
    if (config.seedDemo) await seedDemoStore(services, say);
    return { services, server: await startServer(services) };
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** The first signal ends everything in order; the second ends it now. */
function stopOnSignals({ log }: Services, server: RunningServer): void {
  let asked = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      log.info({ signal }, "stopping");
      server.stop().then(
        () => {
          log.info("stopped");
          process.exit(0);
        },
        (error: unknown) => {
          log.fatal({ error: describeError(error) }, "could not stop in order");
          process.exit(1);
        },
      );
    });
  }
}

/** After a bug that nobody caught, nothing in memory can be trusted: a supervisor starts us anew. */
function exitOnBugs({ log }: Services): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ error: describeError(error) }, event);
      process.exit(1);
    });
  }
}

function explain(error: unknown, config: Config): string {
  const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${config.port} is in use by another program. Stop that, or set PORT to another number.`;
  }
  if (code === "EACCES")
    return `Port ${config.port} may not be opened by this user. Set PORT to another.`;
  const message = error instanceof Error ? error.message : String(error);
  return `Souk could not start: ${message}`;
}

function readyMessage(config: Config, url: string): string {
  const { profile, seedDemo } = config;
  const lines = [
    ["Shop", "/"],
    ["API, Swagger UI", "/api/docs/"],
    ["API, ReDoc", "/api/redoc/"],
    ["OpenAPI document", "/api/schema/"],
    ["Health", "/api/health/"],
    ...(profile === "production" ? [] : [["Mailbox", "/dev/mailbox"]]),
  ];
  const list = lines.map(([name = "", path = ""]) => `  ${name.padEnd(18)}${url}${path}`);
  const accounts = demoAccountsOf(config).map(
    ({ email, password, role }) => `  ${email.padEnd(24)}${password}  ${role}`,
  );
  const demo = seedDemo ? `\nDemo accounts\n${accounts.join("\n")}\n` : "";
  return `\nSouk is ready (${profile}).\n\n${list.join("\n")}\n${demo}\nStop it with Ctrl+C.\n`;
}

const config = configOrExit();
try {
  const { services, server } = await start(config);
  exitOnBugs(services);
  stopOnSignals(services, server);
  say(readyMessage(config, server.url));
  services.log.info({ port: server.port, profile: config.profile }, "ready");
} catch (error) {
  say(explain(error, config));
  process.exit(1);
}
