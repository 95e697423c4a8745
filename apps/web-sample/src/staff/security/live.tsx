/** Whether the dashboard follows what happens, and the switch that pauses it. */
import { Pause, Play } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { cx } from "../../ui/cx.ts";
import { CompactButton } from "../ui/compact-button.tsx";

const EVERY_MS = 5_000;

interface Live {
  readonly on: boolean;
  readonly toggle: () => void;
}

const LiveContext = createContext<Live>({ on: false, toggle: () => {} });

export function LiveProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [on, setOn] = useState(true);
  return <LiveContext value={{ on, toggle: () => setOn(!on) }}>{children}</LiveContext>;
}

/** For queries; they rest by themselves while the tab is hidden. */
export function useLiveInterval(): { readonly refetchInterval: number | false } {
  return { refetchInterval: useContext(LiveContext).on ? EVERY_MS : false };
}

export function LiveSwitch(): ReactNode {
  const { on, toggle } = useContext(LiveContext);
  const Icon = on ? Pause : Play;
  return (
    <>
      <span className="inline-flex items-center gap-2 text-sm font-semibold" role="status">
        <span
          aria-hidden
          className={cx("size-2.5 rounded-full", on ? "beat bg-leaf" : "bg-line-strong")}
        />
        {on ? "Live" : "Paused"}
      </span>
      <CompactButton onClick={toggle}>
        <Icon aria-hidden className="size-4" />
        {on ? "Pause" : "Go live"}
      </CompactButton>
    </>
  );
}
