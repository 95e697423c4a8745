/** A press that changes something: says what came of it, and asks anew for what it touched. */
import { useMutation } from "@tanstack/react-query";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";

interface Act<I, O> {
  readonly run: (input: I) => Promise<O>;
  readonly say: (result: O, input: I) => string;
  readonly changed: () => Promise<unknown>;
}

export const useAct = <I, O>({ run, say, changed }: Act<I, O>) =>
  useMutation({
    mutationFn: run,
    onSuccess: (result, input) => toasts.say(say(result, input)),
    onError: (error) => toasts.say(explainFault(error)),
    onSettled: changed,
  });
