/** A payment provider, as checkout needs it. Amounts are integer minor units. */

export interface ChargeRequest {
  /** Our payment's id. The gateway charges at most once for it, however often it is asked. */
  readonly paymentId: string;
  readonly storeId: string;
  readonly amount: number;
  readonly currency: string;
  readonly token: string;
}

export type ChargeOutcome =
  | {
      readonly status: "captured";
      readonly reference: string;
      readonly amount: number;
      readonly currency: string;
      /** What the buyer recognises, such as "Visa ···· 4242". */
      readonly method: string;
    }
  | { readonly status: "declined"; readonly reference: string; readonly message: string };

export interface PaymentGateway {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly testTokens: readonly { readonly token: string; readonly label: string }[];
  /** Throws when the outcome is unknown: the caller leaves the payment pending and asks again. */
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /**
   * The last word on an earlier request: its outcome or, when the gateway never took it, a promise
   * that it never will. Between two nodes that ask and charge at once, one answer holds for both.
   */
  conclude(storeId: string, paymentId: string): Promise<ChargeOutcome | { status: "canceled" }>;
}
