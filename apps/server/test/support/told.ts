/** Answers as the tests read them. */

export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly request_id: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly [field: string]: unknown;
}

export interface TrpcAnswer {
  readonly result?: { readonly data: unknown };
  readonly error: { readonly data: Readonly<Record<string, unknown>> };
}

/** The body as JSON, taken to be what the test expects; its assertions find out. */
export const told = async <T = Problem>(response: Response): Promise<T> =>
  (await response.json()) as T;
