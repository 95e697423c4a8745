/** Points in time on staff pages: to the second, and how long until one. */
import { type ReactNode, useEffect, useState } from "react";

const stamp = new Intl.DateTimeFormat(undefined, {
  day: "2-digit",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

export function Stamp({ at }: { readonly at: string }): ReactNode {
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {stamp.format(new Date(at))}
    </time>
  );
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

export function Day({ at }: { readonly at: string }): ReactNode {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {day.format(new Date(at))}
    </time>
  );
}

const SECOND_MS = 1_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** What is left as `4:07` or `1:04:07`. */
export function leftText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND_MS));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export function Countdown({ until }: { readonly until: string }): ReactNode {
  const now = useNow();
  return (
    <time dateTime={until} className="tabular whitespace-nowrap">
      {leftText(new Date(until).getTime() - now)}
    </time>
  );
}
