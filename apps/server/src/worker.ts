/** What happens beside the requests: followers of the event log, and jobs that finish or tidy up. */
import { randomUUID } from "node:crypto";
import {
  authentication,
  type Consumer,
  type Context,
  carts,
  consume,
  imports,
  inventory,
  media,
  notifications,
  orders,
  prices,
  sealAudit,
  search,
  sequence,
  sweepAudit,
  sweepIdempotencyRecords,
} from "@souk/api";
import { describeError } from "./log.ts";
import type { Services } from "./services.ts";

export interface Worker {
  /** Resolves when the work that is going on has ended; no more is begun. */
  stop(): Promise<void>;
}

interface Loop {
  readonly name: string;
  readonly everyMs: number;
  /** Also at once after a write. */
  readonly wakes?: boolean;
  /** Whether there may be more to do right now. `stopping` says when to leave the rest to others. */
  run(stopping: () => boolean): Promise<boolean>;
}

/** A tenth more or less, so that many nodes do not all come at once. */
const jittered = (ms: number): number => ms * (0.9 + Math.random() * 0.2);

export function startWorker(services: Services): Worker {
  const loops = [eventLoop(services), importLoop(services), ...jobLoops(services)];
  const running = loops.map((loop) => startLoop(services, loop));
  return {
    async stop() {
      await Promise.all(running.map((loop) => loop.stop()));
    },
  };
}

function startLoop(services: Services, loop: Loop): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let current: Promise<void> | null = null;

  const turn = async (): Promise<void> => {
    do {
      wanted = false;
      try {
        while (!stopped && (await loop.run(() => stopped)));
      } catch (error) {
        services.log.error(
          { loop: loop.name, error: describeError(error) },
          "background work failed",
        );
      }
    } while (wanted && !stopped);
    current = null;
    schedule(jittered(loop.everyMs));
  };
  const begin = (): void => {
    clearTimeout(timer);
    current = turn();
  };
  const schedule = (ms: number): void => {
    if (!stopped) timer = setTimeout(begin, ms);
  };

  schedule(0);
  if (loop.wakes) {
    services.onWake(() => {
      if (stopped) return;
      wanted = true;
      if (current === null) begin();
    });
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

const EVENT_INTERVAL_MS = 500;

function eventLoop(services: Services): Loop {
  const { log, store } = services;
  const ctx = services.systemContext();
  const engine = ctx.ports.searchEngine;
  const consumers: readonly Consumer[] = [
    notifications.mailConsumer(ctx, services.mailer),
    media.fileCleaner(ctx),
    ...(engine === null ? [] : [search.engineConsumer(ctx, engine)]),
  ];
  const node = randomUUID();
  return {
    name: "events",
    everyMs: EVENT_INTERVAL_MS,
    wakes: true,
    async run() {
      await sequence(ctx.db, store.id);
      let handled = await sealAudit(ctx.db, store.id, ctx.ports.secrets.audit);
      for (const consumer of consumers) {
        handled += await consume(consumer, {
          db: ctx.db,
          storeId: store.id,
          node,
          now: ctx.now,
          onFailure: (event, error, givenUp) => {
            log.error(
              { consumer: consumer.name, event: event.id, givenUp, error: describeError(error) },
              "an event could not be handled",
            );
          },
        });
      }
      return handled > 0;
    },
  };
}

const IMPORT_INTERVAL_MS = 2000;

/** One import at a time: it takes much, and shoppers come first. */
function importLoop(services: Services): Loop {
  const node = randomUUID();
  return {
    name: "imports",
    everyMs: IMPORT_INTERVAL_MS,
    wakes: true,
    async run(stopping) {
      const worked = await imports.runNext(services.systemContext(), node, stopping);
      if (worked) services.wake();
      return worked;
    },
  };
}

type Job = (ctx: Context) => Promise<number>;

const FINISH_INTERVAL_MS = 5000;
const APPLY_INTERVAL_MS = 1000;
const APPEAR_INTERVAL_MS = 30_000;
const INDEX_INTERVAL_MS = 60_000;
const EXPIRY_INTERVAL_MS = 2000;
const SWEEP_INTERVAL_MS = 3_600_000;

function jobLoops(services: Services): Loop[] {
  const job = (name: string, everyMs: number, work: Job): Loop => ({
    name,
    everyMs,
    async run() {
      const done = await work(services.systemContext());
      if (done > 0) services.log.info({ job: name, done }, "job");
      if (done > 0) services.wake();
      return false;
    },
  });
  const sweepAccounts: Job = async (ctx) => {
    await authentication.sweep(ctx);
    await sweepAudit(ctx);
    return 0;
  };
  const ensureIndex: Job = async (ctx) => {
    const { searchEngine } = ctx.ports;
    return searchEngine === null ? 0 : search.ensureIndex(ctx, searchEngine);
  };
  return [
    job("orders.finishPending", FINISH_INTERVAL_MS, orders.finishPending),
    job("prices.applyDue", APPLY_INTERVAL_MS, prices.applyDue),
    job("inventory.releaseExpired", EXPIRY_INTERVAL_MS, inventory.releaseExpired),
    job("inventory.tellAppeared", APPEAR_INTERVAL_MS, inventory.tellAppeared),
    job("idempotency.sweep", SWEEP_INTERVAL_MS, sweepIdempotencyRecords),
    job("authentication.sweep", SWEEP_INTERVAL_MS, sweepAccounts),
    job("carts.sweep", SWEEP_INTERVAL_MS, carts.sweep),
    job("inventory.sweepAlerts", SWEEP_INTERVAL_MS, inventory.sweepAlerts),
    job("media.sweep", SWEEP_INTERVAL_MS, media.sweep),
    job("search.index", INDEX_INTERVAL_MS, ensureIndex),
    job("search.sweepWords", SWEEP_INTERVAL_MS, search.sweepWords),
    job("imports.sweep", SWEEP_INTERVAL_MS, imports.sweep),
  ];
}
