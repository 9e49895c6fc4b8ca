/**
 * What the observer (`probe/`) saw inside one Python process of a run. Plain data out of files that the training itself could
 * have written: it explains and suspects, and never makes a verdict better.
 */

/** The training's own code, an installed library, Python's standard library. */
export type CodeOrigin = 'own' | 'library' | 'standard';

/** A line of code. `file` is absolute, or a name such as `<string>`. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly origin: CodeOrigin;
}

export interface ObservedSeeding extends CodePlace {
  /** The function, e.g. `torch.manual_seed`. */
  readonly what: string;
  /** As text: seeds may be larger than a number holds. */
  readonly value: string | null;
  /** 1, 2, … within the process. */
  readonly order: number;
  /** Whether the generator was drawn from since the process began or since the seeding before; null: not known. */
  readonly drawnBefore: boolean | null;
}

/** Generators that took their seed from the operating system, at one line of code. */
export interface ObservedUnseeded extends CodePlace {
  readonly what: string;
  readonly count: number;
}

/** A DataLoader with workers, made without `worker_init_fn` and without `generator`. */
export interface ObservedLoader extends CodePlace {
  readonly workers: number;
  /** Whether torch had been seeded when it was made: its workers are then seeded too. */
  readonly torchSeeded: boolean;
}

export interface ObservedTorch {
  readonly version: string;
  readonly cuda: string | null;
  readonly cudnn: string | null;
  readonly cudaUsed: boolean;
  /** Those on which memory was taken. */
  readonly devices: readonly { readonly index: number; readonly name: string }[];
  /** How many GPUs the process could see; null where it was not asked. */
  readonly deviceCount: number | null;
  readonly deterministicAlgorithms: boolean;
  /** Deterministic algorithms only warn where there is none. */
  readonly warnOnly: boolean;
  /** Operations without a deterministic form that torch warned of, as it names them; not those whose warning a filter hid. */
  readonly operations: readonly string[];
  readonly cudnnDeterministic: boolean;
  readonly cudnnBenchmark: boolean;
  readonly matmulPrecision: string | null;
  readonly matmulTf32: boolean | null;
  readonly cudnnTf32: boolean | null;
  readonly threads: number | null;
  readonly initialSeed: string | null;
  readonly defaultDtype: string | null;
}

export interface ObservedTensorflow {
  readonly version: string;
  readonly opDeterminism: boolean | null;
  /** Empty where nothing was run, too. */
  readonly gpus: readonly string[];
  /** Both null where the training left the choice to TensorFlow. */
  readonly interOpThreads: number | null;
  readonly intraOpThreads: number | null;
}

export interface ObservedJax {
  readonly version: string;
  /** `cpu`, `gpu`, `tpu`; null where no backend was started. */
  readonly backend: string | null;
  readonly devices: readonly string[];
  readonly x64: boolean | null;
  /** Such as `threefry2x32`. */
  readonly prng: string | null;
  readonly matmulPrecision: string | null;
}

export interface ObservedNumpy {
  readonly version: string;
  /** The linear algebra library that NumPy was built with; null where it does not say. */
  readonly blas: string | null;
}

export interface ObservedInterpreter {
  readonly implementation: string;
  readonly version: string;
  readonly executable: string;
  readonly platform: string;
  readonly argv: readonly string[];
  readonly flags: {
    readonly hashRandomization: number;
    readonly ignoreEnvironment: number;
    readonly isolated: number;
    readonly noSite: number;
  };
  /** PYTHONHASHSEED when the interpreter started; null: not set. */
  readonly hashSeed: string | null;
  readonly hashSeedAtEnd: string | null;
  /** Whether that variable gives the same hashes in every start. */
  readonly hashSeedFixed: boolean;
  /** The hash of a constant text: the same in two processes of one version where the seed is. */
  readonly hashCanary: string;
}

export interface ObservedDistribution {
  readonly name: string;
  readonly version: string;
  /** How it was installed, by its own `direct_url.json` (PEP 610); `index` where it has none. */
  readonly source: 'index' | 'vcs' | 'archive' | 'folder' | 'editable';
  /** The commit of a VCS, the hash of an archive (`sha256=…`); null for the rest. */
  readonly revision: string | null;
  /** Who installed it: `pip`, `uv`, `conda`; null where it does not say. */
  readonly installer: string | null;
}

/**
 * Files below the declared datasets that Python opened for reading. What a native library opens by itself (HDF5, Arrow, a memory
 * map of safetensors) is not seen: a file that is not there may have been read all the same.
 */
export interface ObservedReads {
  /** Below the dataset as it was declared, in the order of the first opening. */
  readonly files: readonly string[];
  /** Openings of further files, beyond the bounds. */
  readonly dropped: number;
}

export interface SeenProcess {
  readonly kind: 'seen';
  readonly pid: number;
  readonly parent: number;
  /** Went on from its parent (`os.fork`): what the parent did before is not told again. */
  readonly forked: boolean;
  /**
   * The signal that ended it, such as `SIGTERM`; null where it ended by itself. `unknown` for a worker of multiprocessing that was
   * ended before it could say: its record is then what it had noted until then, without settings of frameworks and distributions.
   */
  readonly signal: string | null;
  readonly interpreter: ObservedInterpreter;
  readonly seedings: readonly ObservedSeeding[];
  readonly unseeded: readonly ObservedUnseeded[];
  /** Global generators that were drawn from and never seeded: `random`, `numpy.random`, `torch`. */
  readonly neverSeeded: readonly string[];
  readonly loaders: readonly ObservedLoader[];
  readonly torch: ObservedTorch | null;
  readonly numpy: ObservedNumpy | null;
  readonly tensorflow: ObservedTensorflow | null;
  readonly jax: ObservedJax | null;
  /** Variables that decide about determinism, as they stood at the end; those that were not set are not there. */
  readonly variables: Readonly<Record<string, string>>;
  /** Null where no dataset was declared. */
  readonly reads: ObservedReads | null;
  /** Installed distributions that were imported. */
  readonly distributions: readonly ObservedDistribution[];
  readonly distributionsComplete: boolean;
  /** Events beyond the bounds. */
  readonly dropped: number;
  /** What went wrong in the observer itself. */
  readonly faults: readonly string[];
}

/** A process that started and left no record that can be read: killed, `os._exit`, a fault of ours, a damaged file. */
export interface UnrecordedProcess {
  readonly kind: 'unrecorded';
  readonly pid: number | null;
  readonly why: string;
}

export type ObservedProcess = SeenProcess | UnrecordedProcess;

/** The processes that left a record. */
export function seenProcesses(observed: readonly ObservedProcess[]): readonly SeenProcess[] {
  return observed.filter((process) => process.kind === 'seen');
}
