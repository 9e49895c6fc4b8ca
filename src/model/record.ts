/** Records: what a run wrote down about itself. Read into plain data, judged by checks, never by the comparison. */
import type { DatasetClaim } from './dataset.ts';
import type { Scalar } from './scalar.ts';

/** Plain data with exact numbers, as read from JSON, YAML or a log line. Mappings keep their order. */
export type PlainValue =
  | Scalar
  | { readonly type: 'list'; readonly items: readonly PlainValue[] }
  | { readonly type: 'map'; readonly items: readonly (readonly [key: string, value: PlainValue])[] };

export type RecordKind = 'environment' | 'requirements' | 'configuration' | 'overrides' | 'dataset' | 'layout';

export interface RequirementLine {
  /** Normalized by PEP 503; null where the line is not a requirement that we can read. */
  readonly name: string | null;
  /** The exact version for `==`/`===` pins, the commit for a VCS; null where it is not pinned. */
  readonly pinned: string | null;
  /** The line as written, credentials in URLs replaced by `***`. */
  readonly text: string;
  readonly line: number;
  /** Why it could not be parsed; null where it could. */
  readonly problem: string | null;
  /** `-e`, VCS, URL, local path: how it is installed where not from an index. */
  readonly source: 'index' | 'vcs' | 'url' | 'path' | 'editable';
}

interface RecordBase {
  readonly path: string;
  readonly neutralPath: string;
  readonly format: string;
  /** Problems of reading (syntax, duplicate keys): with them `value` holds what could be read. */
  readonly problems: readonly { readonly code: string; readonly message: string; readonly line?: number }[];
}

export interface DocumentRecord extends RecordBase {
  readonly kind: Exclude<RecordKind, 'requirements' | 'dataset' | 'layout'>;
  readonly value: PlainValue;
  /** Where it begins in a log, from 1; absent for a file of its own. */
  readonly line?: number;
}

export interface RequirementsRecord extends RecordBase {
  readonly kind: 'requirements';
  /**
   * `installed`: what was there (`pip freeze`, a conda export). `locked`: what may be installed, on any platform: several versions of one
   * package, packages for another system, and the project itself may stand in it.
   */
  readonly scope: 'installed' | 'locked';
  /** Whose names these are: conda's are not always those of the index (`pytorch`). */
  readonly manager: 'pip' | 'conda';
  readonly lines: readonly RequirementLine[];
}

export interface DatasetRecord extends RecordBase {
  readonly kind: 'dataset';
  readonly claims: readonly DatasetClaim[];
  /** The whole document, where it is one: what else stands in it may differ too. Absent for a log and a list of digests. */
  readonly value?: PlainValue;
}

/** The layouts that are known by name. */
export type LayoutName = 'hydra' | 'experiment-timestamp' | 'lightning' | 'hugging-face';

/** A folder that follows (or was asked to follow) a layout: `outputs/DATE/TIME`, `{experiment}_{timestamp}`, `version_N`, `checkpoint-N`. */
export interface LayoutRecord extends RecordBase {
  readonly kind: 'layout';
  readonly layout: LayoutName;
  readonly folder: string;
  /** ISO local time that the folder's name carries, null where it carries none or no real time. */
  readonly timestamp: string | null;
  readonly experiment: string | null;
  /** Files inside, relative to the folder. */
  readonly files: readonly string[];
}

export type RecordDocument = DocumentRecord | RequirementsRecord | DatasetRecord | LayoutRecord;
