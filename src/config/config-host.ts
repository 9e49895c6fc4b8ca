/** What reading the configuration needs of the world, so that everything else here is a function of it. */
export interface ConfigHost {
  /** Absolute. Every relative path but `outputs` starts here. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shown by `--version`. */
  readonly version: string;
  /** Names that other rooms know; null where any is accepted. */
  readonly known: KnownNames;
  /** Symbolic links followed; null where there is nothing (or nothing that may be looked at). */
  statKind(path: string): 'file' | 'directory' | 'other' | null;
  /** Whether this user may make files in a folder that is there. */
  canWrite(folder: string): boolean;
  /** The text of a file; null where there is none. @throws InputProblem where it cannot be read, or is no text */
  readFile(path: string): string | null;
}

export interface KnownNames {
  readonly checks: readonly string[] | null;
  readonly reporters: readonly string[] | null;
  /** The determinism set's variables. */
  readonly determinism: readonly string[] | null;
}
