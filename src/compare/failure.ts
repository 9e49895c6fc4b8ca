/** What went wrong while reading, as data: nothing that a file holds may end a comparison. */
import { isProblem, type Problem } from '../model/problem.ts';

/** Code and reason: of a Problem, or what an inventory kept of one. */
export interface Failure {
  readonly code: string;
  readonly reason: string;
}

/** The failure that a Problem stands for. */
export function failureOf(problem: Problem): Failure {
  return { code: problem.code, reason: problem.message };
}

export type Attempt<T> =
  | { readonly value: T; readonly failure: null }
  | { readonly value: null; readonly failure: Failure };

/** The result of the action, or the failure where it threw a Problem; anything else is a fault of our own and goes on. */
export async function attempt<T>(action: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await action(), failure: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { value: null, failure: failureOf(error) };
  }
}

/** Closes what is open: a file that changed while it was read says so now. */
export function closing(open: { close(): void } | null): Failure | null {
  try {
    open?.close();
    return null;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return failureOf(error);
  }
}
