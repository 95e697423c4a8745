/** Putting things in order: by dragging a handle, or by two buttons that the keyboard reaches. */
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { type DragEvent, type ReactNode, useState } from "react";
import { IconButton } from "../../ui/button.tsx";

export type Move = (from: number, to: number) => void;

interface OrderButtonsProps {
  /** What is moved, such as "Picture 2". */
  readonly label: string;
  readonly place: number;
  readonly count: number;
  readonly onMove: Move;
}

export function OrderButtons({ label, place, count, onMove }: OrderButtonsProps): ReactNode {
  return (
    <>
      <IconButton
        label={`Move ${label} up`}
        disabled={place === 0}
        onClick={() => onMove(place, place - 1)}
        className="disabled:text-line-strong"
      >
        <ArrowUp aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={`Move ${label} down`}
        disabled={place === count - 1}
        onClick={() => onMove(place, place + 1)}
        className="disabled:text-line-strong"
      >
        <ArrowDown aria-hidden className="size-4" />
      </IconButton>
    </>
  );
}

interface DragOrder {
  /** Where what is dragged would come to stand. */
  readonly over: number | null;
  readonly handleOf: (place: number) => DragProps;
  readonly targetOf: (place: number) => DropProps;
}

interface DragProps {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

interface DropProps {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useDragOrder(onMove: Move): DragOrder {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setFrom(null);
    setOver(null);
  };
  return {
    over,
    handleOf: (place) => ({
      draggable: true,
      onDragStart: (event) => {
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 16, 16);
        event.dataTransfer.effectAllowed = "move";
        setFrom(place);
      },
      onDragEnd: end,
    }),
    targetOf: (place) => ({
      onDragOver: (event) => {
        // Files from outside are not ours to order.
        if (from === null) return;
        event.preventDefault();
        setOver(place);
      },
      onDrop: (event) => {
        if (from === null) return;
        event.preventDefault();
        onMove(from, place);
        end();
      },
    }),
  };
}

/** For the mouse alone: the buttons beside it do the same. */
export function DragHandle(props: DragProps): ReactNode {
  return (
    <span
      {...props}
      aria-hidden
      className="hidden shrink-0 cursor-grab rounded-md p-1.5 text-ink-soft hover:bg-paper-sunk sm:block"
    >
      <GripVertical className="size-4" />
    </span>
  );
}
