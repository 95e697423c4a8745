/** Stars to give: a row of radio buttons, so arrow keys choose as they do everywhere. */
import { Star } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "./cx.ts";
import { useField } from "./form.tsx";

const STARS = [1, 2, 3, 4, 5] as const;

const words: Readonly<Record<number, string>> = {
  1: "Poor",
  2: "Fair",
  3: "Good",
  4: "Very good",
  5: "Excellent",
};

interface StarFieldProps {
  readonly name: string;
  readonly label: string;
  readonly initial?: number | undefined;
}

export function StarField({ name, label, initial }: StarFieldProps): ReactNode {
  const { id, errors, bound } = useField(name);
  const [given, setGiven] = useState(initial ?? 0);
  const [over, setOver] = useState(0);
  const lit = over || given;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="flex items-center gap-4">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only a look ahead for the mouse */}
        <div className="-ml-1.5 flex" onMouseLeave={() => setOver(0)}>
          {STARS.map((stars) => (
            <label
              key={stars}
              onMouseEnter={() => setOver(stars)}
              className="inline-flex size-11 items-center justify-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-clay"
            >
              <input
                type="radio"
                {...bound}
                id={`${id}-${stars}`}
                value={stars}
                checked={given === stars}
                onChange={() => setGiven(stars)}
                className="sr-only"
              />
              <Star
                aria-hidden
                strokeWidth={1.25}
                className={cx(
                  "size-8",
                  stars <= lit ? "fill-saffron text-saffron" : "text-line-strong",
                )}
              />
              <span className="sr-only">
                {stars === 1 ? "1 star" : `${stars} stars`}, {words[stars]}
              </span>
            </label>
          ))}
        </div>
        <span aria-hidden className="text-ink-soft">
          {words[lit]}
        </span>
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-alarm">
          Choose how many stars it deserves.
        </p>
      )}
    </fieldset>
  );
}
