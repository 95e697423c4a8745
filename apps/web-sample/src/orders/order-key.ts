/** Where the query cache keeps one order. */
export const orderKey = (number: string) => ["order", number] as const;
