/**
 * SQLite answers synchronously, so a chain of awaits runs on microtasks alone and starves sockets and
 * timers. After a slice of uninterrupted work one turn of the event loop is given away.
 */

const SLICE_MS = 8;

export class Fairness {
  #sliceStart: number | undefined;

  /** A promise to await when the slice is used up; undefined when work may go on. */
  pause(): Promise<void> | undefined {
    const now = performance.now();
    if (this.#sliceStart === undefined) {
      this.#sliceStart = now;
      setImmediate(() => {
        this.#sliceStart = undefined;
      });
      return undefined;
    }
    if (now - this.#sliceStart <= SLICE_MS) return undefined;
    return new Promise((resume) => {
      setImmediate(resume);
    });
  }
}
