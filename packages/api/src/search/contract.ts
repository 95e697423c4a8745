/** What a search tells of the words that it was asked for. */
import * as z from "zod";

const Segments = z
  .array(z.object({ text: z.string(), match: z.boolean() }))
  .describe("The text in order; `match`: a word that was searched for");

export const Highlight = z
  .object({
    title: Segments,
    vendor: Segments,
    subtitle: Segments,
    excerpt: Segments.nullable().describe(
      "Of the description, around a word that stands in none of the others; null where there is none",
    ),
  })
  .meta({ id: "Highlight" });
export type Highlight = z.infer<typeof Highlight>;
