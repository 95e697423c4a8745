/** The parts of a staff page: its head, and panels with a heading each. */
import { type ReactNode, useId } from "react";
import { PageTitle } from "../../ui/page-title.tsx";

interface PageHeadProps {
  readonly title: string;
  /** For the window, where the heading alone says too little. */
  readonly windowTitle?: string;
  readonly intro?: ReactNode;
  /** Beside the title, such as how an account stands. */
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead(props: PageHeadProps): ReactNode {
  const { title, windowTitle, intro, badges, actions } = props;
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <PageTitle title={windowTitle ?? title} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="display-3 min-w-0 break-words">{title}</h1>
          {badges}
        </div>
        {intro && <div className="mt-1 max-w-2xl text-[0.95rem] text-ink-soft">{intro}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}

interface PanelProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, intro, actions, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-2xl border border-line bg-paper-raised px-4 py-4 sm:px-6 sm:py-5"
    >
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 last:mb-0">
        <div className="min-w-0">
          <h2 id={id} className="display-4">
            {title}
          </h2>
          {intro && <div className="mt-0.5 text-sm text-ink-soft">{intro}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

interface FactsProps {
  readonly items: readonly (readonly [string, ReactNode])[];
}

export function Facts({ items }: FactsProps): ReactNode {
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] items-baseline gap-x-4 gap-y-2.5 text-[0.95rem] sm:grid-cols-[10rem_1fr]">
      {items.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="min-w-0 text-sm break-words text-ink-soft">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
