/**
 * Where MLflow's file store keeps what (mlflow/store/tracking/file_store.py), told from a path alone: below the root of a
 * store come experiments (digits), in them runs (32 hexadecimal digits) and logged models (`models/m-…`), in these `metrics/`,
 * `params/`, `tags/` with a file for each key (a `/` in the key makes a folder), `artifacts/`, and `meta.yaml`.
 */

export interface MlflowPlace {
  /** The folder of the store, without a `/` at its end; empty where the store is the root of the run. */
  readonly store: string;
  /** Folder of the experiment, of the run or model inside it: prefixes of the path. */
  readonly experimentFolder: string;
  readonly folder: string;
  readonly experiment: string;
  readonly owner: 'run' | 'model';
  /** Id of the run or the model. */
  readonly id: string;
  /** `metrics`, `params`, `tags`, `artifacts`, `meta.yaml`, … */
  readonly part: string;
  /** What follows the part: the key of a metric or parameter, the path of an artifact. Empty for `meta.yaml`. */
  readonly key: string;
}

const place =
  /^(?:(?<store>.{0,4000}?)\/)??(?<experiment>\d{1,19})\/(?:(?<run>[\da-f]{32})|models\/(?<model>m-[\da-f]{32}))\/(?<part>[^/]+)(?:\/(?<key>.+))?$/s;

/** The place of a file inside a run or a logged model; null for every other path. */
export function mlflowPlace(path: string): MlflowPlace | null {
  const groups = place.exec(path)?.groups;
  if (groups === undefined) return null;
  const { store = '', experiment = '', run, model, part = '', key = '' } = groups;
  const experimentFolder = store === '' ? experiment : `${store}/${experiment}`;
  return {
    store,
    experimentFolder,
    folder: `${experimentFolder}/${run ?? `models/${model ?? ''}`}`,
    experiment,
    owner: run === undefined ? 'model' : 'run',
    id: run ?? model ?? '',
    part,
    key,
  };
}
