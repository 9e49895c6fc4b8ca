/**
 * Problems: every fault this tool knows by name, as tagged errors.
 *
 * A Problem says what was found, what was expected and what to do; the place is data, so that each reporter can show
 * it in its own way. Anything that is thrown and is not a Problem is a fault of our own (exit code 70).
 */

/** Where a problem lies: a file, and inside it an entry (archive member, tensor, JSON pointer), a byte, or a line. */
export interface ProblemPlace {
  readonly file?: string;
  readonly entry?: string;
  readonly offset?: number;
  readonly line?: number;
  readonly column?: number;
}

export type ProblemTag = 'input' | 'format' | 'limit' | 'run' | 'publish';

/** The base of all Problems; `tag` discriminates, `code` is a stable machine name such as `ZIP_DUPLICATE_ENTRY`. */
export abstract class Problem extends Error {
  abstract readonly tag: ProblemTag;
  readonly code: string;
  readonly place: ProblemPlace;
  readonly remedy: string;

  constructor(code: string, message: string, options: { place?: ProblemPlace; remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.place = options.place ?? {};
    this.remedy = options.remedy ?? '';
  }
}

/** The user asked for something that cannot be done: bad options, config, paths. Exit code 2. */
export class InputProblem extends Problem {
  readonly tag = 'input';
}

/** A file is damaged or is not what it claims to be. Never fatal for the audit: the file becomes `unread`. */
export class FormatProblem extends Problem {
  readonly tag = 'format';
}

/** A file asks for more than our limits allow (depth, counts, sizes). Treated like a FormatProblem, said differently. */
export class LimitProblem extends Problem {
  readonly tag = 'limit';
}

/** The training could not be started, watched or cleaned up after. */
export class RunProblem extends Problem {
  readonly tag = 'run';
}

/** The report could not be written or uploaded. */
export class PublishProblem extends Problem {
  readonly tag = 'publish';
}

/** True for every error this tool raises on purpose. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}

/** A copy of the problem with `place` completed: what the thrower knew wins, the caller fills what it did not. */
export function withPlace<P extends Problem>(problem: P, place: ProblemPlace): P {
  const Same = problem.constructor as new (
    code: string,
    message: string,
    options: { place: ProblemPlace; remedy: string; cause?: unknown },
  ) => P;
  return new Same(problem.code, problem.message, {
    place: { ...place, ...problem.place },
    remedy: problem.remedy,
    cause: problem.cause,
  });
}
