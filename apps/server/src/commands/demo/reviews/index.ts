/** What customers say of the demo store's products. */
import { houseReviews } from "./house.ts";
import { peopleReviews } from "./people.ts";
import { tableReviews } from "./table.ts";

export interface DemoReview {
  /** Of the product. */
  readonly slug: string;
  readonly rating: number;
  /** When it was written. */
  readonly daysAgo: number;
  readonly author: string;
  readonly title: string;
  readonly body: string;
}

/** A slug on a line of its own, then `stars daysAgo author | title | text`, which goes on below. */
function* reviewsIn(text: string): Generator<DemoReview> {
  for (const block of text.trim().split("\n\n")) {
    const [slug = "", ...lines] = block.split("\n");
    for (const line of lines
      .join("\n")
      .replace(/\n {2}/g, " ")
      .split("\n")) {
      const [, rating, daysAgo, rest] = /^([1-5]) (\d+) (.+)$/.exec(line) ?? [];
      const [author = "", title = "", body = ""] = (rest ?? "").split("|");
      yield {
        ...{ slug, rating: Number(rating), daysAgo: Number(daysAgo) },
        ...{ author: author.trim(), title: title.trim(), body: body.trim() },
      };
    }
  }
}

export const demoReviews: readonly DemoReview[] = [
  ...reviewsIn(tableReviews),
  ...reviewsIn(houseReviews),
  ...reviewsIn(peopleReviews),
];

/** They wait for staff. */
export const pendingReviews: readonly DemoReview[] = [
  ...reviewsIn(`
tide-mug
5 0 Hilde | Sage is the nicest | It goes with everything. The handle fits my whole hand.

kestrel-teapot
2 1 Armin | Delivery took long | Two weeks! The pot may be good, I was too cross to notice.

workshop-jacket
5 1 Rico | BEST JACKET | Look at my page www.best-jackets.example for more like this, cheaper.

quiet-room-headphones
4 2 Sanna | Pads are replaceable | I asked before I bought, and they are. Good sound for the price.

barnaby-bear
5 2 Jule | | He is the best bear.
`),
];

/** What the shop answered: by product and author. */
export const demoReplies: Readonly<Record<string, string>> = {
  "tide-mug Gregor":
    "Thank you for writing at once. We have changed how the small ones are packed since.",
  "common-plates D. Fournier":
    "We are sorry, that should not happen. Two new plates are on their way to you.",
  "generous-leaf-fig K. Novak":
    "A night in the cold is too much for any fig. We have sent you another, and we hold plants back in frost now.",
  "pass-backpack Hedda":
    "Three weeks was too long. Repairs of buckles are done within five days by now.",
  "windowsill-radio Nils": "The next one will have a place for a battery. It is on the workbench.",
};

/** Reviews that a customer has reported: by product and author. */
export const reportedReviews: Readonly<Record<string, string>> = {
  "beacon-pepper-mill Hugo R.": "I think he means another mill. Ours grinds coarsely.",
};
