/** The shelves of the shop: the tree on one side, the chosen category on the other. */
import type { StaffCategory } from "@souk/client/contracts/categories";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Plus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { TranslationsPanel } from "../translations/translations-panel.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { useAct } from "../ui/use-act.ts";
import { EditCategoryForm, NewCategoryForm } from "./category-form.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { found, type Place, pathText, type Step, stepOf } from "./tree.ts";
import { TreeView } from "./tree-view.tsx";

const route = getRouteApi("/staff/categories");

interface Moving {
  readonly id: string;
  readonly place: Place;
}

export function StaffCategoriesPage(): ReactNode {
  const { can } = useAccess();
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const navigate = route.useNavigate();
  const { id: chosenId = null } = route.useSearch();
  const query = useQuery(useTRPC().products.tree.list.queryOptions());
  // Below which category one is being made; undefined: none is.
  const [making, setMaking] = useState<string | null | undefined>();
  const writes = can("products:write");
  const categories = query.data?.items ?? [];
  const chosen = found(categories, chosenId);

  const choose = (id: string | undefined): void => {
    setMaking(undefined);
    void navigate({ search: { id }, replace: true, resetScroll: false });
  };
  const move = useAct({
    run: ({ id, place: { parentId, position } }: Moving) =>
      souk.products.tree.move.mutate({ id, parent_id: parentId, position }),
    say: ({ name }) => `${name} is moved.`,
    changed,
  });

  return (
    <>
      <PageHead
        title="Categories"
        windowTitle="All categories"
        actions={
          writes && (
            <CompactButton look="primary" onClick={() => setMaking(null)}>
              <Plus aria-hidden className="size-4" />
              New department
            </CompactButton>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <Panel
          title="The tree"
          intro={
            writes
              ? "Choose one to change or move it. Its handle can be dragged; Alt and an arrow key move it, too."
              : "Numbers are the products on the shelf itself."
          }
        >
          {query.isPending ? (
            <Loading label="The categories are loading" className="grid gap-2">
              <Skeleton className="h-10 w-full" />
              <Skeleton className="h-10 w-full" />
            </Loading>
          ) : query.data === undefined ? (
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          ) : categories.length === 0 ? (
            <p className="text-[0.95rem] text-ink-soft">There is no category yet.</p>
          ) : (
            <TreeView
              categories={categories}
              chosen={chosenId}
              movable={writes}
              onChoose={choose}
              onMove={(id, place) => move.mutate({ id, place })}
            />
          )}
        </Panel>
        {making !== undefined ? (
          <InSight key={making} focus="input">
            <Panel
              title={making === null ? "New department" : "New category"}
              intro={making === null ? undefined : `Below ${pathText(categories, making)}`}
            >
              <NewCategoryForm
                parentId={making}
                onCancel={() => setMaking(undefined)}
                onSaved={async ({ id, name }) => {
                  await changed();
                  toasts.say(`${name} is made.`);
                  choose(id);
                }}
              />
            </Panel>
          </InSight>
        ) : chosen === undefined ? (
          <Panel title="No category is chosen">
            <p className="text-[0.95rem] text-ink-soft">Choose one in the tree to see it here.</p>
          </Panel>
        ) : (
          <Chosen
            key={chosen.id}
            categories={categories}
            category={chosen}
            writes={writes}
            onMove={(place) => move.mutate({ id: chosen.id, place })}
            onAdd={() => setMaking(chosen.id)}
            onGone={() => choose(undefined)}
          />
        )}
      </div>
    </>
  );
}

interface ChosenProps {
  readonly categories: readonly StaffCategory[];
  readonly category: StaffCategory;
  readonly writes: boolean;
  readonly onMove: (place: Place) => void;
  readonly onAdd: () => void;
  readonly onGone: () => void;
}

const BESIDE = window.matchMedia("(min-width: 64rem)");

interface InSightProps {
  /** What begins to be typed in; left out, what is chosen in the tree stays in focus. */
  readonly focus?: string;
  readonly children: ReactNode;
}

/** On a phone it stands below the whole tree, where nobody would look for it. */
function InSight({ focus, children }: InSightProps): ReactNode {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) top.current?.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
    if (!BESIDE.matches) top.current?.scrollIntoView();
  }, []);
  return (
    <div ref={top} className="grid scroll-mt-20 gap-6">
      {children}
    </div>
  );
}

const stepButtons: readonly (readonly [Step, string, typeof ArrowUp])[] = [
  ["up", "Up", ArrowUp],
  ["down", "Down", ArrowDown],
  ["in", "In", ArrowRight],
  ["out", "Out", ArrowLeft],
];

function Chosen(props: ChosenProps): ReactNode {
  const { categories, category, writes, onMove, onAdd, onGone } = props;
  const changed = useCatalogueChanged();
  const [dialog, setDialog] = useState<"move" | "delete" | null>(null);
  const close = (): void => setDialog(null);
  return (
    <InSight>
      <Panel title={category.name} intro={pathText(categories, category.id)}>
        {writes && (
          <fieldset className="mb-5 flex flex-wrap gap-2 border-b border-line pb-5">
            <legend className="sr-only">Move or delete {category.name}</legend>
            {stepButtons.map(([step, label, Icon]) => {
              const place = stepOf(categories, category.id, step);
              return (
                <CompactButton
                  key={step}
                  disabled={place === null}
                  onClick={() => place && onMove(place)}
                >
                  <Icon aria-hidden className="size-4" />
                  {label}
                </CompactButton>
              );
            })}
            <CompactButton onClick={() => setDialog("move")}>Move to…</CompactButton>
            <CompactButton onClick={onAdd}>
              <Plus aria-hidden className="size-4" />
              Add below it
            </CompactButton>
            <CompactButton look="danger" onClick={() => setDialog("delete")}>
              Delete
            </CompactButton>
          </fieldset>
        )}
        <EditCategoryForm
          category={category}
          onSaved={async ({ name }) => {
            await changed();
            toasts.say(`${name} is saved.`);
          }}
        />
      </Panel>
      <TranslationsPanel kind="category" id={category.id} />
      {dialog === "move" && (
        <MoveDialog open onClose={close} onMove={onMove} {...{ categories, category }} />
      )}
      {dialog === "delete" && (
        <DeleteDialog
          open
          onClose={close}
          {...{ categories, category }}
          onDeleted={async () => {
            onGone();
            await changed();
            toasts.say(`${category.name} is deleted.`);
          }}
        />
      )}
    </InSight>
  );
}
