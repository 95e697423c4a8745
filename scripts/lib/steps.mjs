// What a person sees while a script works: one line for each step, and why it stopped.
// Everything goes to stderr, so that the output of a command stays clean on stdout.

export const verbose = process.env.SOUK_VERBOSE === "1" || process.argv[2] === "--verbose";

// What the person typed after the script's name, without our own flag.
export const typed = process.argv.slice(process.argv[2] === "--verbose" ? 3 : 2);

const TAIL_LINES = 40;
const PATIENCE_MS = 2000;

export class Failure extends Error {
  constructor(sentence, output = "") {
    super(sentence);
    this.output = output;
  }
}

// Someone asked the script to stop: nothing went wrong, so nothing is printed.
export class Stopped extends Error {
  constructor(exitCode) {
    super("stopped");
    this.exitCode = exitCode;
  }
}

export function looksOffline(output) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

// A patient step shows itself only when it takes long enough for someone to wonder.
export async function step(label, work, { patient = false } = {}) {
  const started = performance.now();
  let shown = false;
  const show = () => {
    shown = true;
    process.stderr.write(verbose ? `${label} …\n` : `${label} … `);
  };
  const finish = (outcome) => {
    if (shown) process.stderr.write(verbose ? `${label}: ${outcome}\n` : `${outcome}\n`);
  };
  const timer = patient ? setTimeout(show, PATIENCE_MS) : undefined;
  if (!patient) show();
  try {
    const result = await work();
    finish(seconds(started));
    return result;
  } catch (error) {
    finish(`${error instanceof Stopped ? "stopped" : "failed"} after ${seconds(started)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export function explain(failure) {
  const lines = failure.output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
  if (lines && !verbose) process.stderr.write(`\n${lines}\n`);
  process.stderr.write(`\n${failure.message}\n`);
}

export async function main(script) {
  let exitCode = 1;
  try {
    exitCode = await script();
  } catch (error) {
    if (error instanceof Stopped) exitCode = error.exitCode;
    else if (error instanceof Failure) explain(error);
    else console.error(error);
  }
  process.exit(exitCode);
}
