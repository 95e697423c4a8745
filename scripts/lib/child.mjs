// Runs one child process and makes sure that it ends when this process is asked to end.
// It knows nothing of pnpm, turbo or Souk.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./project.mjs";
import { Stopped, verbose } from "./steps.mjs";

const windows = process.platform === "win32";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const KEPT_OUTPUT = 64 * 1024;
const REPEAT_MS = 1000;
const KILL_AFTER_MS = 15_000;
const PARENT_CHECK_MS = 200;

const parent = process.ppid;

const signalCode = (signal) => 128 + constants.signals[signal];

// The child is the program itself: it shares the terminal, and its exit code becomes ours.
// It stays in our process group, so whoever kills the group, even by SIGKILL, gets it too.
export async function runForeground(command, args, { env, cwd } = {}) {
  const { code, signal } = await run(command, args, { env, cwd, stdio: "inherit" });
  return signal ? signalCode(signal) : code;
}

// A step of the work: a whole tree of processes (pnpm, turbo, compilers), which only a process
// group of its own can stop reliably. Throws Stopped when it was interrupted.
export async function runStep(command, args, { env, cwd, shown = false } = {}) {
  const stdio = shown ? "inherit" : ["ignore", "pipe", "pipe"];
  const result = await run(command, args, { env, cwd, stdio, group: !windows });
  if (result.stoppedBy) throw new Stopped(signalCode(result.stoppedBy));
  return { ...result, failed: result.code !== 0 };
}

function run(command, args, { env = process.env, cwd = root, stdio, group = false }) {
  return new Promise((resolve) => {
    const child = start(command, args, { env, cwd, stdio, detached: group });
    const stopping = forwardSignals(child, group);
    let output = "";
    const collect = (chunk) => {
      if (verbose) process.stderr.write(chunk);
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);

    const end = (code, signal) => resolve({ code, signal, output, stoppedBy: stopping.finish() });
    child.once("error", (error) => {
      const sentence = `${command} cannot be started: ${error.message}\n`;
      if (stdio === "inherit") process.stderr.write(sentence);
      output += sentence;
      end(127, null);
    });
    child.once("close", end);
    // A process left in the background may hold the pipes open long after the child has ended.
    child.once("exit", (code, signal) => setTimeout(end, 1000, code, signal).unref());
  });
}

// On Windows pnpm and npx are .cmd files, which only a shell can start.
function start(command, args, options) {
  if (!windows || command.endsWith(".exe")) return spawn(command, args, options);
  const quoted = [command, ...args].map((word) => (/[\s&|<>^]/.test(word) ? `"${word}"` : word));
  return spawn(quoted.join(" "), { ...options, shell: true });
}

function forwardSignals(child, group) {
  let stoppedBy;
  let lastSent = 0;
  let killer;
  const send = (signal) => {
    try {
      if (group) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended already.
    }
  };
  // One Ctrl-C arrives twice, from the terminal and from npm, and many programs take a second
  // signal as an order to drop everything.
  const forward = (signal) => {
    if (Date.now() - lastSent < REPEAT_MS) return;
    lastSent = Date.now();
    stoppedBy ??= signal;
    send(signal);
    if (group) killer ??= setTimeout(send, KILL_AFTER_MS, "SIGKILL");
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const watch = watchParent(() => forward("SIGTERM"));
  return {
    finish() {
      for (const signal of SIGNALS) process.off(signal, forward);
      clearInterval(watch);
      clearTimeout(killer);
      return stoppedBy;
    },
  };
}

// npm passes signals on, but cannot pass on its own SIGKILL: a script of npm that loses its parent
// has been asked to stop. This holds for scripts that package.json starts with "exec", since else
// a shell stands between, which keeps signals to itself.
function watchParent(onLost) {
  if (windows || !process.env.npm_lifecycle_event) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onLost();
  }, PARENT_CHECK_MS);
  return watch;
}
