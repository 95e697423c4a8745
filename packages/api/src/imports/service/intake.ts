/**
 * Taking a file in, whatever its format: its records in groups, each group in one unit of work, in which
 * each record stands or falls by itself.
 */
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

/** Something that a file has: a product, a category. */
export interface ReadRecord {
  /** Where it ends. */
  readonly row: number;
  /** Why it is not stored. */
  readonly problems: readonly RowProblem[];
  /** What is stored, though not to the letter of the file. */
  readonly warnings: readonly RowProblem[];
  /** Others refer to it, so a dry run needs it again in each group. */
  readonly isReferredTo: boolean;
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
  const referredTo: ReadRecord[] = [];
  let group: ReadRecord[] = [];
  let seen = 0;
  for await (const record of records) {
    seen += 1;
    if (record.isReferredTo) referredTo.push(record);
    if (seen <= skip) continue;
    group.push(record);
    if (group.length < GROUP) continue;
    yield await takeGroup(ctx, group, referredTo, options);
    group = [];
  }
  if (group.length > 0) yield await takeGroup(ctx, group, referredTo, options);
}

async function takeGroup(
  ctx: Context,
  group: readonly ReadRecord[],
  referredTo: readonly ReadRecord[],
  { dryRun = false, note }: IntakeOptions,
): Promise<TakenGroup> {
  if (!dryRun) {
    return inTransaction(ctx, async (ctx) => {
      const taken = await saveGroup(ctx, group);
      await note?.(ctx, taken);
      return taken;
    });
  }
  const earlier = referredTo.filter((record) => !group.includes(record));
  const taken = await undone(ctx, async (ctx) => {
    await saveGroup(ctx, earlier);
    return saveGroup(ctx, group);
  });
  if (note !== undefined) await inTransaction(ctx, (ctx) => note(ctx, taken));
  return taken;
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
    if (!(error instanceof DomainError)) throw error;
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
