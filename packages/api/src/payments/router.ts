/** Ways of paying on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { publicProcedure, router } from "../kernel/trpc.ts";
import { PaymentMethodList } from "./contract.ts";
import * as payments from "./service.ts";

export const paymentsRouter = router({
  methods: publicProcedure
    .meta(rest("GET /v1/payment-methods/", "payments", "List the ways of paying"))
    .input(NoInput)
    .output(PaymentMethodList)
    .query(({ ctx }) => payments.methods(ctx)),
});
