/**
 * Taking a file in, whatever its format: its records in groups, each group in one unit of work, in which
 * each record stands or falls by itself.
 */
import { isRefusedByDatabase } from "@souk/db";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { SaveOutcome } from "../../products/service/index.ts";

export interface RowProblem {
  /** As a spreadsheet counts: the first line is 1. */
  readonly row: number;
  /** The column, or the field; empty where it concerns the whole row. */
  readonly column: string;
  readonly message: string;
}

/** What a dry run, which keeps nothing, makes again for those that refer to it. */
export interface StandIn {
  /** Such as `category:cups`. */
  readonly name: string;
  readonly needs?: readonly string[];
  save(ctx: Context): Promise<unknown>;
}

/** Something that a file has: a product, a category. */
export interface ReadRecord {
  /** Where it ends. */
  readonly row: number;
  /** Why it is not stored. */
  readonly problems: readonly RowProblem[];
  /** What is stored, though not to the letter of the file. */
  readonly warnings: readonly RowProblem[];
  /** What others of the file may refer to; none for most. */
  readonly standIn?: StandIn;
  /** The names of what it refers to, which may come from elsewhere than the file. */
  readonly needs?: readonly string[];
  /** Throws a `DomainError` that names fields. */
  save(ctx: Context): Promise<SaveOutcome>;
  /** Tells of a field, such as `variants.2.price`, as of the place that it came from. */
  problemAt(field: string, message: string): RowProblem;
}

/** What has become of some records. */
export interface Intake {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Records that are not in. */
  readonly refused: number;
  /** Why: each bad cell. */
  readonly failed: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

export interface TakenGroup extends Intake {
  readonly records: number;
  /** The last one's. */
  readonly row: number;
}

export interface IntakeOptions {
  /** Judges everything and keeps nothing. */
  readonly dryRun?: boolean;
  /** So many records were dealt with before. */
  readonly skip?: number;
  /**
   * Notes what became of a group, in the group's own unit of work, so that others can go on behind it;
   * of a dry run, which keeps nothing, in one of its own.
   */
  readonly note?: (ctx: Context, group: TakenGroup) => Promise<void>;
}

/** Records of one commit: few enough that others get their turn, enough to be quick. */
const GROUP = 25;

/** Yields each group when it is durable. */
export async function* takeIn(
  ctx: Context,
  records: AsyncIterable<ReadRecord>,
  options: IntakeOptions = {},
): AsyncGenerator<TakenGroup> {
  const { skip = 0 } = options;
  const standIns = new Map<string, StandIn>();
  let group: ReadRecord[] = [];
  let seen = 0;
  for await (const record of records) {
    seen += 1;
    if (seen <= skip) {
      if (options.dryRun) remember(standIns, [record]);
      continue;
    }
    group.push(record);
    if (group.length < GROUP) continue;
    yield await takeGroup(ctx, group, standIns, options);
    group = [];
  }
  if (group.length > 0) yield await takeGroup(ctx, group, standIns, options);
}

async function takeGroup(
  ctx: Context,
  group: readonly ReadRecord[],
  standIns: Map<string, StandIn>,
  { dryRun = false, note }: IntakeOptions,
): Promise<TakenGroup> {
  if (!dryRun) {
    return inTransaction(ctx, async (ctx) => {
      const taken = await saveGroup(ctx, group);
      await note?.(ctx, taken);
      return taken;
    });
  }
  const earlier = neededBy(group, standIns);
  const taken = await undone(ctx, async (ctx) => {
    for (const standIn of earlier) await makeAgain(ctx, standIn);
    return saveGroup(ctx, group);
  });
  remember(standIns, group, taken.failed);
  if (note !== undefined) await inTransaction(ctx, (ctx) => note(ctx, taken));
  return taken;
}

/** What was refused is not there for others either. */
function remember(
  standIns: Map<string, StandIn>,
  group: readonly ReadRecord[],
  failed: readonly RowProblem[] = [],
): void {
  const refused = new Set(failed.map(({ row }) => row));
  for (const { standIn, row } of group) {
    if (standIn !== undefined && !refused.has(row)) standIns.set(standIn.name, standIn);
  }
}

/** Only these and what they need themselves, each behind what it needs: a file may have thousands. */
function neededBy(
  group: readonly ReadRecord[],
  standIns: ReadonlyMap<string, StandIn>,
): readonly StandIn[] {
  const found = new Set<StandIn>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const standIn = standIns.get(name);
    if (standIn === undefined || seen.has(name)) return;
    seen.add(name);
    standIn.needs?.forEach(visit);
    found.add(standIn);
  };
  for (const { needs = [] } of group) needs.forEach(visit);
  return [...found];
}

/** One that an earlier run of the same import refused is refused again, and so is not there. */
async function makeAgain(ctx: Context, standIn: StandIn): Promise<void> {
  try {
    await inTransaction(ctx, (ctx) => standIn.save(ctx));
  } catch (error) {
    if (!(error instanceof DomainError) && !isRefusedByDatabase(error)) throw error;
  }
}

async function saveGroup(ctx: Context, group: readonly ReadRecord[]): Promise<TakenGroup> {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  const failed: RowProblem[] = [];
  for (const record of group) {
    const problems =
      record.problems.length > 0 ? record.problems : await saveOne(ctx, record, counts);
    if (problems.length === 0) continue;
    counts.refused += 1;
    failed.push(...problems);
  }
  const warnings = group.flatMap((record) => record.warnings);
  return { ...counts, failed, warnings, records: group.length, row: group.at(-1)?.row ?? 0 };
}

async function saveOne(
  ctx: Context,
  record: ReadRecord,
  counts: Record<SaveOutcome, number>,
): Promise<readonly RowProblem[]> {
  try {
    counts[await inTransaction(ctx, (ctx) => record.save(ctx))] += 1;
    return [];
  } catch (error) {
    if (isRefusedByDatabase(error)) {
      return [record.problemAt("", "The database does not take this record as it is.")];
    }
    // That something is away is no fault of the record.
    if (!(error instanceof DomainError) || error.kind === "unavailable") throw error;
    return Object.entries(error.fields ?? { "": [error.message] }).flatMap(([field, messages]) =>
      messages.map((message) => record.problemAt(field, message)),
    );
  }
}

/** Carries what was found out of the unit of work that it undoes. */
class Undo<T> extends Error {
  readonly found: T;

  constructor(found: T) {
    super("this was a dry run");
    this.found = found;
  }
}

async function undone<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      throw new Undo(await work(ctx));
    });
  } catch (error) {
    if (error instanceof Undo) return error.found as T;
    throw error;
  }
}
