/** One matter of an account's page, under a heading of its own. */
import type { ReactNode, RefObject } from "react";
import { cx } from "../ui/cx.ts";

interface AccountSectionProps {
  readonly id: string;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
  /** For those whose buttons go away once pressed: the focus goes here. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
}

export function AccountSection(props: AccountSectionProps): ReactNode {
  const { id, title, intro, children, headingRef } = props;
  return (
    <section aria-labelledby={id} className="mt-14 first-of-type:mt-0">
      <h2
        id={id}
        ref={headingRef}
        tabIndex={headingRef ? -1 : undefined}
        className={cx("display-3", intro ? "mb-2" : "mb-4")}
      >
        {title}
      </h2>
      {intro && <p className="mb-6 max-w-xl text-ink-soft">{intro}</p>}
      {children}
    </section>
  );
}
