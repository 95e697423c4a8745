/** Where a review is written, or written anew. */
import {
  CreateReviewInput,
  MAX_BODY,
  MAX_DISPLAY_NAME,
  MAX_TITLE,
  type OwnReview,
  type ReviewableLine,
  UpdateReviewInput,
} from "@souk/client/contracts/reviews";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { AreaField, Form, TextField } from "../ui/form.tsx";
import { StarField } from "../ui/star-field.tsx";
import { toasts } from "../ui/toast.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { PictureField, type SentPicture } from "./picture-field.tsx";

export type Subject =
  | { readonly kind: "new"; readonly line: ReviewableLine }
  | { readonly kind: "written"; readonly review: OwnReview };

interface ReviewFormProps {
  readonly subject: Subject;
  readonly onDone: () => void;
}

function useSave(onDone: () => void) {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const done = async ({ status }: Pick<OwnReview, "status">): Promise<void> => {
    toasts.say(
      status === "published"
        ? "Thank you. Your review is published."
        : "Thank you. The shop looks at it before it is published.",
    );
    onDone();
    await cache.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
    await cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
  };
  return {
    create: async (input: CreateReviewInput) => done(await souk.reviews.create.mutate(input)),
    update: async (input: UpdateReviewInput) => done(await souk.reviews.update.mutate(input)),
  };
}

function ReviewForm({ subject, onDone }: ReviewFormProps): ReactNode {
  const before = subject.kind === "written" ? subject.review : null;
  const [pictures, setPictures] = useState<readonly SentPicture[]>(before?.pictures ?? []);
  const [sending, setSending] = useState(false);
  const save = useSave(onDone);
  const words = (form: FormData) => ({
    rating: Number(form.get("rating") ?? 0),
    title: String(form.get("title") ?? ""),
    body: String(form.get("body") ?? ""),
    display_name: typed(form, "display_name") ?? "",
    picture_ids: pictures.map(({ id }) => id),
  });
  const created = useSubmission({
    contract: CreateReviewInput,
    read: (form) => ({
      ...words(form),
      order_line_id: subject.kind === "new" ? subject.line.order_line_id : "",
    }),
    send: save.create,
  });
  const updated = useSubmission({
    contract: UpdateReviewInput,
    read: (form) => ({ ...words(form), id: before?.id }),
    send: save.update,
  });
  const submission = before === null ? created : updated;
  return (
    <Form submission={submission} className="grid gap-6">
      <StarField name="rating" label="How many stars?" initial={before?.rating} />
      <TextField
        name="title"
        label="In a few words"
        maxLength={MAX_TITLE}
        defaultValue={before?.title}
      />
      <AreaField
        name="body"
        label="Your review"
        required
        rows={6}
        maxLength={MAX_BODY}
        defaultValue={before?.body}
        hint="What is it like to use? What should others know?"
      />
      <PictureField pictures={pictures} onChange={setPictures} onBusy={setSending} />
      <TextField
        name="display_name"
        label="Your name, as others see it"
        maxLength={MAX_DISPLAY_NAME}
        autoComplete="nickname"
        defaultValue={before?.author_name}
        hint="Left empty, it is your first name and an initial."
      />
      <Button type="submit" pending={submission.pending || sending}>
        {before === null ? "Send the review" : "Save the review"}
      </Button>
    </Form>
  );
}

interface ReviewDrawerProps {
  readonly open: boolean;
  readonly subject: Subject;
  readonly onClose: () => void;
}

export function ReviewDrawer({ open, subject, onClose }: ReviewDrawerProps): ReactNode {
  const { product } = subject.kind === "new" ? subject.line : subject.review;
  // What was written stays while the drawer is shut, until it is sent.
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (open) setBegun(true);
  }, [open]);
  const finish = (): void => {
    setBegun(false);
    onClose();
  };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={subject.kind === "new" ? "Write a review" : "Change the review"}
    >
      {(open || begun) && (
        <>
          <p className="mb-5 font-display text-lg">{product.title}</p>
          <ReviewForm subject={subject} onDone={finish} />
        </>
      )}
    </Drawer>
  );
}
