/** A point in time, to the minute, in the reader's own zone. */
import type { ReactNode } from "react";

const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function Moment({ at }: { readonly at: string }): ReactNode {
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
