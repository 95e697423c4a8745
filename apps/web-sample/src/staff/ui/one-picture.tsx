/** One picture that may be there: uploaded, or taken away again. */
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { useField } from "../../ui/form.tsx";
import { PictureUpload } from "../../ui/picture-upload.tsx";
import { CompactButton } from "./compact-button.tsx";
import { Thumb } from "./thumb.tsx";

interface OnePictureProps {
  /** As the wire calls it. */
  readonly name: string;
  readonly label: string;
  readonly url: string | null;
  readonly onChange: (url: string | null) => void;
}

export function OnePicture({ name, label, url, onChange }: OnePictureProps): ReactNode {
  const souk = useSouk();
  const { errors } = useField(name);
  return (
    <fieldset name={name}>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      {url === null ? (
        <PictureUpload
          label="Upload a picture"
          room={1}
          upload={(file, options) => souk.media.upload.mutate({ file }, options)}
          onUploaded={(asset) => onChange(asset.url)}
        />
      ) : (
        <div className="flex items-center gap-4">
          <Thumb picture={{ url, alt: "" }} large />
          <CompactButton onClick={() => onChange(null)}>Take it away</CompactButton>
        </div>
      )}
      {errors.length > 0 && (
        <p className="mt-1.5 text-sm font-medium text-alarm">{errors.join(" ")}</p>
      )}
    </fieldset>
  );
}
