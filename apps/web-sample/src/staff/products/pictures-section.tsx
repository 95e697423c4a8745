/** The product's pictures: uploaded or from elsewhere, described, and in order. */
import { validate } from "@souk/client";
import { CreateProductInput } from "@souk/client/contracts/product-admin";
import { useSouk } from "@souk/client/react";
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { moved } from "../../ui/moved.ts";
import { PictureUpload } from "../../ui/picture-upload.tsx";
import { CellField, cellClass } from "../ui/cell-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { DragHandle, OrderButtons, useDragOrder } from "../ui/ordering.tsx";
import { Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import type { PictureDraft } from "./draft.ts";
import type { SectionProps } from "./section.ts";

const MAX_PICTURES = 250;

export function PicturesSection({ draft, change }: SectionProps): ReactNode {
  const souk = useSouk();
  const { pictures } = draft;
  const put = (picture: PictureDraft): void =>
    change((now) =>
      // The same file again is the same picture.
      now.pictures.some(({ key }) => key === picture.key)
        ? {}
        : { pictures: [...now.pictures, picture] },
    );
  const move = (from: number, to: number): void =>
    change((now) => ({ pictures: moved(now.pictures, from, to) }));
  const drag = useDragOrder(move);

  return (
    <Panel
      title="Pictures"
      intro="The first one stands in lists. Descriptions are for those who cannot see them."
    >
      {pictures.length > 0 && (
        <ol aria-label="Pictures" className="mb-4 divide-y divide-line">
          {pictures.map((picture, place) => (
            <li
              key={picture.key}
              {...drag.targetOf(place)}
              className={cx(
                "flex flex-wrap items-center gap-3 py-3 sm:flex-nowrap",
                drag.over === place && "bg-clay-wash",
              )}
            >
              <DragHandle {...drag.handleOf(place)} />
              <Thumb picture={picture} large />
              <div className="min-w-40 flex-1">
                <CellField
                  labelled
                  name={`pictures.${place}.alt`}
                  label={`Description of picture ${place + 1}`}
                  maxLength={1000}
                  value={picture.alt}
                  onType={(alt) =>
                    change((now) => ({
                      pictures: now.pictures.map((one) =>
                        one.key === picture.key ? { ...one, alt } : one,
                      ),
                    }))
                  }
                />
              </div>
              <div className="flex shrink-0">
                <OrderButtons
                  label={`picture ${place + 1}`}
                  place={place}
                  count={pictures.length}
                  onMove={move}
                />
                <IconButton
                  label={`Remove picture ${place + 1}`}
                  onClick={() =>
                    change((now) => ({
                      pictures: now.pictures.filter(({ key }) => key !== picture.key),
                    }))
                  }
                >
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              </div>
            </li>
          ))}
        </ol>
      )}
      <PictureUpload
        upload={(file, options) => souk.media.upload.mutate({ file }, options)}
        onUploaded={({ id, url }) => put({ key: url, url, assetId: id, alt: "" })}
        label="Upload pictures"
        room={MAX_PICTURES - pictures.length}
      />
      <ByAddress onAdd={(url) => put({ key: url, url, assetId: null, alt: "" })} />
    </Panel>
  );
}

const { url: PictureUrl } = CreateProductInput.shape.pictures.unwrap().element.shape;

function ByAddress({ onAdd }: { readonly onAdd: (url: string) => void }): ReactNode {
  const [url, setUrl] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = (): void => {
    const judged = validate(PictureUrl.unwrap(), url);
    setProblem(judged.ok ? null : Object.values(judged.fields).flat().join(" "));
    if (!judged.ok) return;
    setUrl("");
    onAdd(judged.value);
  };
  return (
    <div className="mt-4">
      <label className="block text-sm font-semibold" htmlFor="picture-address">
        Or the address of a picture that lies elsewhere
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          id="picture-address"
          type="url"
          value={url}
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : "picture-address-error"}
          onChange={({ target }) => setUrl(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
          className={cellClass}
        />
        <CompactButton disabled={url.trim() === ""} onClick={add}>
          Add
        </CompactButton>
      </div>
      {problem && (
        <p id="picture-address-error" className="mt-1 text-sm font-medium text-alarm">
          {problem}
        </p>
      )}
    </div>
  );
}
