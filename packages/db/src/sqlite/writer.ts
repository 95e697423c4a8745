/**
 * The one writer of a SQLite file. Units of work queue for it in order; each runs in a savepoint, and
 * those that wait at the same time share one COMMIT (group commit), so one fsync serves many. Nobody
 * is told of success before that COMMIT is durable.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { isSqliteBusy, TransactionTimeout } from "../errors.ts";
import { observeStatement } from "../observe.ts";
import type { Execute } from "../session.ts";
import type { SqliteConnection } from "./connection.ts";
import { Fairness } from "./fairness.ts";

export interface WriterOptions {
  /** Most units of work under one COMMIT. 1 turns group commit off. */
  readonly groupSize: number;
  /** How long one unit of work may hold the writer before it is rolled back. */
  readonly maxHoldMs: number;
  /** How long to wait for another process that holds the file's write lock. */
  readonly busyMs: number;
}

/** How long one group goes on taking waiting work before it commits. */
const GROUP_MS = 4;

/**
 * Between COMMIT and the next BEGIN lie microseconds, so other processes that poll for the write lock
 * would starve while this one is busy. After so long a run of groups it steps aside for a moment:
 * longer and more often once another process has been seen to write.
 */
const ALONE = { runMs: 100, breakMs: 1 } as const;
const SHARED = { runMs: 15, breakMs: 4 } as const;
const SHARED_FOR_MS = 5_000;
/** How often a waiting process looks, at most this many milliseconds apart. */
const POLL_MS = 3;

/** What a unit of work is given: its statements and its savepoints. */
export interface UnitOfWork {
  readonly execute: Execute;
  readonly afterCommit: (effect: () => void) => void;
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

interface Job {
  run(): Promise<void>;
  settle(commitError: unknown): void;
}

interface State {
  open: boolean;
  readonly effects: (() => void)[];
}

const COMMITTED = undefined;
const insideUnitOfWork = new AsyncLocalStorage<SqliteWriter>();

export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #options: WriterOptions;
  readonly #fairness = new Fairness();
  readonly #queue: Job[] = [];
  #draining = false;
  #savepoints = 0;
  #runStart = 0;
  #othersSeenAt = Number.NEGATIVE_INFINITY;
  #dataVersion: unknown;

  constructor(connection: SqliteConnection, options: WriterOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** The outer handle inside a unit of work would wait for a writer that it holds itself. */
  assertOutside(): void {
    if (insideUnitOfWork.getStore() === this) {
      throw new Error("inside a unit of work use its own handle, not the outer one");
    }
  }

  transaction<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    this.assertOutside();
    // The queue may be drained from somebody else's call; the work keeps its caller's context.
    const inCallersContext = AsyncLocalStorage.snapshot();
    return new Promise<T>((resolve, reject) => {
      let outcome: { ok: true; value: T } | { ok: false; error: unknown } | undefined;
      const state: State = { open: true, effects: [] };
      this.#queue.push({
        run: async () => {
          try {
            const value = await this.#inSavepoint("unit", () =>
              inCallersContext(() => this.#withinLimit(work, state)),
            );
            outcome = { ok: true, value };
          } catch (error) {
            outcome = { ok: false, error };
          }
        },
        settle: (commitError) => {
          if (outcome === undefined || (outcome.ok && commitError !== COMMITTED)) {
            reject(commitError);
          } else if (outcome.ok) {
            for (const effect of state.effects) effect();
            resolve(outcome.value);
          } else {
            reject(outcome.error);
          }
        },
      });
      if (!this.#draining) void this.#drain();
    });
  }

  /** Resolves when nothing waits for the writer any more. */
  async idle(): Promise<void> {
    while (this.#draining) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    this.#runStart = performance.now();
    try {
      while (this.#queue.length > 0) {
        await this.#stepAside();
        const taken: Job[] = [];
        let commitError: unknown = COMMITTED;
        try {
          await this.#runGroup(taken);
        } catch (error) {
          commitError = error;
          if (this.#connection.raw.inTransaction) this.#connection.run("ROLLBACK");
          const first = taken.length === 0 ? this.#queue.shift() : undefined;
          if (first !== undefined) taken.push(first);
        }
        for (const job of taken) job.settle(commitError);
      }
    } finally {
      this.#draining = false;
    }
  }

  async #runGroup(taken: Job[]): Promise<void> {
    await this.#begin();
    const until = performance.now() + GROUP_MS;
    const { groupSize } = this.#options;
    while (taken.length < groupSize && (taken.length === 0 || performance.now() < until)) {
      const job = this.#queue.shift();
      if (job === undefined) break;
      taken.push(job);
      await job.run();
      if (!this.#connection.raw.inTransaction) {
        throw new Error("SQLite rolled the whole group back (disk full or I/O error)");
      }
    }
    this.#connection.run("COMMIT");
  }

  async #stepAside(): Promise<void> {
    const now = performance.now();
    const { runMs, breakMs } = now - this.#othersSeenAt < SHARED_FOR_MS ? SHARED : ALONE;
    if (now - this.#runStart < runMs) return;
    await new Promise((resolve) => setTimeout(resolve, breakMs));
    this.#runStart = performance.now();
  }

  /** Another process may hold the write lock: wait for it without blocking the event loop. */
  async #begin(): Promise<void> {
    const until = Date.now() + this.#options.busyMs;
    for (;;) {
      try {
        this.#connection.run("BEGIN IMMEDIATE");
        this.#lookForOthers();
        return;
      } catch (error) {
        if (!isSqliteBusy(error) || Date.now() > until) throw error;
        this.#othersSeenAt = performance.now();
        await new Promise((resolve) => setTimeout(resolve, Math.random() * POLL_MS));
      }
    }
  }

  /** SQLite changes this number when another connection has written. */
  #lookForOthers(): void {
    const [[version] = []] = this.#connection.run("PRAGMA data_version") as unknown[][];
    if (this.#dataVersion !== undefined && version !== this.#dataVersion) {
      this.#othersSeenAt = performance.now();
    }
    this.#dataVersion = version;
  }

  async #withinLimit<T>(work: (unit: UnitOfWork) => Promise<T>, state: State): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        state.open = false;
        reject(new TransactionTimeout("a unit of work held the only writer for too long"));
      }, this.#options.maxHoldMs);
    });
    // drizzle's statements run when they are awaited, so a returned one must be awaited in here.
    const running = insideUnitOfWork.run(this, async () => await work(this.#unitOfWork(state)));
    try {
      return await Promise.race([running, timeout]);
    } finally {
      clearTimeout(timer);
      state.open = false;
      running.catch(() => undefined);
    }
  }

  #unitOfWork(state: State): UnitOfWork {
    const assertOpen = (): void => {
      if (!state.open) throw new Error("the unit of work is over: a statement was not awaited");
    };
    return {
      execute: (text, params, shape) => {
        assertOpen();
        observeStatement(text, params);
        const pause = this.#fairness.pause();
        if (pause === undefined) return this.#connection.run(text, params, shape);
        return pause.then(() => {
          assertOpen();
          return this.#connection.run(text, params, shape);
        });
      },
      afterCommit: (effect) => {
        state.effects.push(effect);
      },
      savepoint: async (work) => {
        assertOpen();
        const effects = state.effects.length;
        try {
          return await this.#inSavepoint(`nested_${++this.#savepoints}`, work);
        } catch (error) {
          state.effects.length = effects;
          throw error;
        }
      },
    };
  }

  async #inSavepoint<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#connection.run(`SAVEPOINT ${name}`);
    try {
      const result = await work();
      this.#connection.run(`RELEASE ${name}`);
      return result;
    } catch (error) {
      if (this.#connection.raw.inTransaction) {
        this.#connection.run(`ROLLBACK TO ${name}`);
        this.#connection.run(`RELEASE ${name}`);
      }
      throw error;
    }
  }
}
