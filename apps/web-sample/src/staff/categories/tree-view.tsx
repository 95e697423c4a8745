/** The tree: one row for each shelf, chosen by a press, moved by dragging or by keys. */
import type { StaffCategory } from "@souk/client/contracts/categories";
import { ChevronRight, GripVertical } from "lucide-react";
import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { cx } from "../../ui/cx.ts";
import { type Branch, dropOf, type Place, type Side, type Step, stepOf, treeOf } from "./tree.ts";

interface TreeViewProps {
  readonly categories: readonly StaffCategory[];
  readonly chosen: string | null;
  readonly movable: boolean;
  readonly onChoose: (id: string) => void;
  readonly onMove: (id: string, place: Place) => void;
}

interface Hover {
  readonly id: string;
  readonly side: Side;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** The upper and the lower quarter of a row stand for the gaps above and below it. */
function sideOf({ clientY, currentTarget }: DragEvent): Side {
  const { top, height } = currentTarget.getBoundingClientRect();
  const share = (clientY - top) / height;
  if (share < 0.25) return "before";
  return share > 0.75 ? "after" : "inside";
}

export function TreeView(props: TreeViewProps): ReactNode {
  const { categories, onMove } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  // Under another parent a row is drawn anew: the focus, which was lost with the old one, follows it.
  useEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return;
    const row = root.current?.querySelector(`[data-category="${moved.current}"]`);
    row?.querySelector<HTMLElement>("[aria-keyshortcuts]")?.focus();
  });
  const end = (): void => {
    setDragged(null);
    setHover(null);
  };
  const toggle = (id: string): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const rowProps = {
    ...props,
    hover,
    closed,
    onToggle: toggle,
    onDrag: setDragged,
    onOver: (id: string, side: Side): boolean => {
      const possible = dragged !== null && dropOf(categories, dragged, id, side) !== null;
      setHover(possible ? { id, side } : null);
      return possible;
    },
    onDropped: (id: string, side: Side): void => {
      const place = dragged === null ? null : dropOf(categories, dragged, id, side);
      if (dragged !== null && place !== null) onMove(dragged, place);
      end();
    },
    onEnd: end,
    onMove: (id: string, place: Place): void => {
      moved.current = id;
      onMove(id, place);
    },
  };
  return (
    <div ref={root}>
      <Level branches={treeOf(categories)} label="Categories" {...rowProps} />
    </div>
  );
}

interface RowProps extends TreeViewProps {
  readonly hover: Hover | null;
  readonly closed: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onDrag: (id: string) => void;
  readonly onOver: (id: string, side: Side) => boolean;
  readonly onDropped: (id: string, side: Side) => void;
  readonly onEnd: () => void;
}

interface LevelProps extends RowProps {
  readonly branches: readonly Branch[];
  readonly label: string;
}

function Level({ branches, label, ...props }: LevelProps): ReactNode {
  return (
    <ul aria-label={label} className="grid gap-0.5">
      {branches.map(({ category, children }) => (
        <li key={category.id}>
          <Row category={category} parent={children.length > 0} {...props} />
          {children.length > 0 && !props.closed.has(category.id) && (
            <div className="ml-5 border-l border-line pl-2">
              <Level branches={children} label={`In ${category.name}`} {...props} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface OneRowProps extends RowProps {
  readonly category: StaffCategory;
  readonly parent: boolean;
}

function Row({ category, parent, ...props }: OneRowProps): ReactNode {
  const { categories, chosen, movable, hover, closed, onChoose, onMove, onToggle } = props;
  const { id, name, product_count } = category;
  const open = !closed.has(id);
  const over = hover?.id === id ? hover.side : null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.altKey ? steps[event.key] : undefined;
    if (step === undefined || !movable) return;
    event.preventDefault();
    const place = stepOf(categories, id, step);
    if (place !== null) onMove(id, place);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place for the mouse to drop; keys and buttons move too
    <div
      data-category={id}
      onDragOver={(event) => props.onOver(id, sideOf(event)) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDropped(id, sideOf(event));
      }}
      className={cx(
        "flex items-center rounded-lg border-y-2 border-transparent",
        chosen === id ? "bg-clay-wash" : "hover:bg-paper-sunk",
        over === "inside" && "bg-saffron-wash",
        over === "before" && "border-t-clay",
        over === "after" && "border-b-clay",
      )}
    >
      {movable && (
        <span
          aria-hidden
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            props.onDrag(id);
          }}
          onDragEnd={props.onEnd}
          className="hidden cursor-grab p-2 text-ink-soft sm:block"
        >
          <GripVertical className="size-4" />
        </span>
      )}
      {parent ? (
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? "Close" : "Open"} ${name}`}
          onClick={() => onToggle(id)}
          className="flex size-9 shrink-0 items-center justify-center rounded-full hover:bg-paper"
        >
          <ChevronRight
            aria-hidden
            className={cx("size-4 transition-transform", open && "rotate-90")}
          />
        </button>
      ) : (
        <span className="w-9 shrink-0" />
      )}
      <button
        type="button"
        aria-current={chosen === id || undefined}
        aria-keyshortcuts={
          movable ? "Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight" : undefined
        }
        onClick={() => onChoose(id)}
        onKeyDown={onKeyDown}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-2 pr-3 text-left"
      >
        <span className={cx("min-w-0 truncate", chosen === id && "font-semibold")}>{name}</span>
        <span className="tabular ml-auto text-sm text-ink-soft">
          {product_count}
          <span className="sr-only">{product_count === 1 ? " product" : " products"}</span>
        </span>
      </button>
    </div>
  );
}
