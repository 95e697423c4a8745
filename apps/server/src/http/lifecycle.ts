/** What the doors know of the process as a whole. */

export interface Lifecycle {
  /** True from the first signal to stop: no new traffic, please. */
  stopping: boolean;
  /** Requests in flight, questions about health aside. */
  running: number;
}

export const newLifecycle = (): Lifecycle => ({ stopping: false, running: 0 });
