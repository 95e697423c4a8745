/** One review, whole: what was written, of which purchase, what others object to, what the shop answers. */
import type { ReviewDetail } from "@souk/client/contracts/review-moderation";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Check, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Facts, PageHead, Panel } from "../ui/panel.tsx";
import { Day, Stamp } from "../ui/stamp.tsx";
import { RejectDialog } from "./reject-form.tsx";
import { Reply } from "./reply.tsx";
import { Reports } from "./reports.tsx";
import { ReviewStanding } from "./review-item.tsx";
import { ReviewText } from "./review-text.tsx";
import { usePublish } from "./use-reviews.ts";
import { rejectionWords } from "./words.ts";

const route = getRouteApi("/staff/reviews/$id");

interface ReviewProps {
  readonly review: ReviewDetail;
}

function Verdict({ review }: ReviewProps): ReactNode {
  const publish = usePublish();
  const [rejecting, setRejecting] = useState(false);
  const publishable = review.status !== "published" || review.open_reports > 0;
  return (
    <>
      {publishable && (
        <CompactButton
          look="primary"
          pending={publish.isPending}
          onClick={() => publish.mutate(review)}
        >
          <Check aria-hidden className="size-4" />
          {review.status === "published" ? "Keep it published" : "Publish"}
        </CompactButton>
      )}
      <CompactButton look="danger" onClick={() => setRejecting(true)}>
        <X aria-hidden className="size-4" />
        {review.status === "rejected" ? "Change the reason" : "Reject"}
      </CompactButton>
      <RejectDialog review={rejecting ? review : null} onClose={() => setRejecting(false)} />
    </>
  );
}

function Author({ review }: ReviewProps): ReactNode {
  const { can } = useAccess();
  const name = review.author_name || "Nobody named";
  if (review.user_id === null || !can("users:read")) return name;
  return (
    <Link to="/staff/users/$id" params={{ id: review.user_id }} className="link">
      {name}
    </Link>
  );
}

function Purchase({ review }: ReviewProps): ReactNode {
  const { can } = useAccess();
  const { order } = review;
  if (order === null) return "Not bought here";
  const number = can("orders:read") ? (
    <Link to="/staff/orders/$number" params={{ number: order.number }} className="link">
      {order.number}
    </Link>
  ) : (
    order.number
  );
  return (
    <>
      Order {number} of <Day at={order.placed_at} />, quantity {order.quantity}
    </>
  );
}

function About({ review }: ReviewProps): ReactNode {
  return (
    <Panel title="About it">
      <Facts
        items={[
          ["Author", <Author key="author" review={review} />],
          ["Written", <Stamp key="written" at={review.written_at} />],
          [
            "Product",
            <Link
              key="product"
              to="/p/$slug"
              params={{ slug: review.product.slug }}
              className="link"
            >
              {review.product.title}
            </Link>,
          ],
          ["Variant", review.variant_title || "The only one"],
          ["Purchase", <Purchase key="purchase" review={review} />],
          ["Language", review.locale || "Not known"],
          ["Found helpful", `${review.helpful_count} yes, ${review.unhelpful_count} no`],
          [
            "Decided",
            review.moderated_at === null ? (
              "Not by staff"
            ) : (
              <Stamp key="decided" at={review.moderated_at} />
            ),
          ],
        ]}
      />
      <p className="mt-4">
        <Link
          to="/staff/reviews"
          search={{ view: "all", product: review.product.id }}
          className="link text-sm"
        >
          All reviews of this product
        </Link>
      </p>
    </Panel>
  );
}

function Rejection({ review }: ReviewProps): ReactNode {
  if (review.rejection_reason === null) return null;
  return (
    <p className="mt-4 rounded-lg bg-paper-sunk px-4 py-3 text-[0.95rem]">
      <span className="font-semibold">Rejected: {rejectionWords[review.rejection_reason]}.</span>{" "}
      {review.rejection_note}
    </p>
  );
}

function Review({ review }: ReviewProps): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={`Review of ${review.product.title}`}
        badges={<ReviewStanding review={review} />}
        actions={can("reviews:write") && <Verdict review={review} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <div className="grid gap-5">
          <Panel title="What was written">
            <ReviewText review={review} />
            <Rejection review={review} />
          </Panel>
          <Reply review={review} />
        </div>
        <div className="grid gap-5">
          <About review={review} />
          <Reports review={review} />
        </div>
      </div>
    </>
  );
}

export function StaffReviewPage(): ReactNode {
  const { id } = route.useParams();
  const review = useQuery(useTRPC().reviews.moderation.get.queryOptions({ id }));
  return (
    <>
      <BackLink to="/staff/reviews">All reviews</BackLink>
      <Loaded query={review} what="review" label="The review is loading">
        {(found) => <Review review={found} />}
      </Loaded>
    </>
  );
}
