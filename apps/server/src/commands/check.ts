/** `check`: the proof that the store's numbers are explained by its books. */
import { inventory, products } from "@souk/api";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

type CheckServices = Pick<Services, "systemContext">;

/** Answers whether all of it agrees. With `repair`, ratings that do not are counted anew first. */
export async function checkBooks(
  services: CheckServices,
  repair: boolean,
  output: Output,
): Promise<boolean> {
  const stock = await checkStock(services, output);
  if (repair) await repairRatings(services, output);
  const ratings = await checkRatings(services, output);
  return stock && ratings;
}

async function checkStock(services: CheckServices, output: Output): Promise<boolean> {
  const { ok, levels, problems } = await inventory.verify(services.systemContext());
  const lines = problems.map(({ level_id, problem }) => `  level ${level_id}: ${problem}`);
  const first = ok
    ? `Stock is the sum of its movements: ${levels} levels.`
    : `Stock is not what its movements come to, in these of ${levels} levels:`;
  output.write(`${[first, ...lines].join("\n")}\n`);
  return ok;
}

async function checkRatings(services: CheckServices, output: Output): Promise<boolean> {
  const differences = await products.ratingDifferences(services.systemContext());
  const ok = differences.length === 0;
  const first = ok
    ? "Ratings are what the published reviews say."
    : "Ratings are not what the published reviews say; --repair counts them anew:";
  output.write(`${[first, ...differences.map(lineOf)].join("\n")}\n`);
  return ok;
}

async function repairRatings(services: CheckServices, output: Output): Promise<void> {
  const repaired = await products.recountRatings(services.systemContext());
  if (repaired.length === 0) return;
  output.write(`${["Counted anew:", ...repaired.map(lineOf)].join("\n")}\n`);
}

/** From one star to five. */
const lineOf = ({ slug, kept, counted }: products.RatingDifference): string =>
  `  ${slug}: kept ${Object.values(kept).join(" ")}, counted ${Object.values(counted).join(" ")}`;
