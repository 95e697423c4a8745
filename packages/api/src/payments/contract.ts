/** Ways of paying. Card data never comes here: a gateway's token stands for it. */
import * as z from "zod";

export const PaymentMethod = z
  .object({
    gateway: z.string(),
    name: z.string(),
    description: z.string(),
    test_tokens: z
      .array(z.object({ token: z.string(), label: z.string() }))
      .describe("What the built-in test gateway understands; empty for a real one"),
  })
  .meta({ id: "PaymentMethod" });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const PaymentMethodList = z.object({ items: z.array(PaymentMethod) });
export type PaymentMethodList = z.infer<typeof PaymentMethodList>;

export const PaymentInput = z.strictObject({
  gateway: z.string().min(1).max(40),
  token: z
    .string()
    .min(1)
    .max(200)
    .refine((token) => !/\d{12,19}/.test(token.replace(/[ -]/g, "")), {
      message: "This looks like a card number. Send the gateway's token instead.",
    })
    .describe("The token that the gateway made for the buyer's means of payment"),
});
export type PaymentInput = z.infer<typeof PaymentInput>;

export const PaymentStatus = z.enum(["pending", "captured", "failed", "voided"]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;
