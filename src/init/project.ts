/** What `init` found out about a repository; each finding carries what shows it, for the comments and for the screen. */

/** Something that was found, and the file or name that shows it. */
export interface Shown<T> {
  readonly value: T;
  readonly because: string;
}

/** How the training is started. */
export interface EntryPoint {
  /** The file with the code; null for a command that only a README knows. */
  readonly file: string;
  /** What stands behind the package manager's prefix: `python train.py`, `python -m pkg.train`, `my-train`, `accelerate launch train.py`. */
  readonly start: string;
  /** Arguments that the README gives it; empty where there are none. */
  readonly args: string;
  readonly because: string;
}

export type Framework = 'hydra' | 'lightning' | 'hugging-face' | 'torch' | 'tensorflow' | 'jax' | 'scikit-learn';

export type PackageManager = 'uv' | 'poetry' | 'pixi' | 'conda' | 'pip';

export interface Packages {
  readonly manager: PackageManager;
  /** What is put in front of the command, so that it runs in the environment that was installed; empty for none. */
  readonly prefix: string;
  /** Steps of the workflow, as YAML lines without indentation. */
  readonly steps: readonly string[];
  readonly because: string;
  /** The files that say what is installed: a change of them starts the workflow. */
  readonly files: readonly string[];
}

export interface Project {
  readonly entry: EntryPoint | null;
  /** The most special first; empty where none was recognized. */
  readonly frameworks: readonly Shown<Framework>[];
  /** What is put behind the command so that it takes the seed; null where nothing shows how it takes one. */
  readonly seed: Shown<string> | null;
  readonly packages: Packages | null;
  /** Folders with data, as far as they are known by their names. */
  readonly data: readonly Shown<string>[];
  /** Folders into which the training writes, as far as .gitignore or the framework names them. */
  readonly outputs: readonly Shown<string>[];
  /** The layout that the outputs are expected to follow, and whether nothing in the repository speaks against it. */
  readonly layout: (Shown<'hydra' | 'lightning' | 'hugging-face'> & { readonly sure: boolean }) | null;
  /** What shows that DVC keeps the data; null where it does not. */
  readonly dvc: string | null;
  readonly gitLfs: boolean;
  readonly submodules: boolean;
  /** Where Hydra's configuration lies; null without Hydra. */
  readonly configFolder: string | null;
}
