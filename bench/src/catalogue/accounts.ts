/** The people who sign in. */

export const PASSWORD = "seven quiet lanterns by the harbour";

export interface Account {
  readonly email: string;
  readonly username: string;
}

export const accounts = (count: number): readonly Account[] =>
  Array.from({ length: count }, (_, i) => ({
    email: `buyer-${i}@bench.example`,
    username: `buyer-${i}`,
  }));
