/**
 * Output folders that follow a layout, told from paths alone: Hydra's `outputs/DATE/TIME/.hydra` (and `multirun/…/N`),
 * `{experiment}_{timestamp}`, Lightning's `version_N`, the Trainer's `checkpoint-N`. Not a file format: the whole list of one run's
 * paths is looked at once.
 */
import type { LayoutRecord } from '../../model/record.ts';
import { realTime } from '../../model/stamped-name.ts';

/** `20240115_143000`, `2024-01-15_14-30-00`, `20240115T143000`: a time to the second, at the end of a folder's name. */
const stampAtEnd = /[._-](\d{4})(-?)(\d{2})\2(\d{2})[T_-](\d{2})([-:]?)(\d{2})\6(\d{2})$/;
const hydraFolder = /(?:^|\/)(\d{4})-(\d{2})-(\d{2})\/(\d{2})-(\d{2})-(\d{2})(?:\/\d+)?$/;

/** What Lightning's loggers and its checkpoint callback leave in `version_N`. */
const lightningFile = /^(?:hparams\.yaml|metrics\.csv|checkpoints\/|events\.out\.tfevents\.)/;
/** What the Trainer leaves in `checkpoint-N`, or a model saved by `save_pretrained`. */
const trainerFile =
  /^(?:trainer_state\.json|training_args\.bin|model(?:-\d+-of-\d+)?\.safetensors|pytorch_model[\w.-]*\.bin|adapter_model\.\w+)$/;

/** The layouts in one run's files, outermost folders first, in order of path. `paths` are relative, with `/` between parts. */
export function findLayouts(paths: readonly string[]): readonly LayoutRecord[] {
  const sorted = [...paths].sort();
  const hydraFolders = new Set<string>();
  const stampedFolders = new Set<string>();
  const versionFolders = new Set<string>();
  const trainerFolders = new Set<string>();
  for (const path of sorted) {
    const parts = path.split('/');
    const dotHydra = parts.indexOf('.hydra');
    if (dotHydra >= 0 && dotHydra < parts.length - 1) hydraFolders.add(parts.slice(0, dotHydra).join('/'));
    const stamped = parts.findIndex((part, index) => index < parts.length - 1 && stampAtEnd.test(part));
    if (stamped >= 0) stampedFolders.add(parts.slice(0, stamped + 1).join('/'));
    const version = parts.findIndex((part, index) => index < parts.length - 1 && /^version_\d+$/.test(part));
    if (version >= 0 && lightningFile.test(parts.slice(version + 1).join('/')))
      versionFolders.add(parts.slice(0, version + 1).join('/'));
    const parent = parts.at(-2) ?? '';
    if (/^checkpoint-\d+$/.test(parent) && trainerFile.test(parts.at(-1) ?? ''))
      trainerFolders.add(parts.slice(0, -1).join('/'));
  }
  return [
    ...[...hydraFolders].map((folder) => hydraLayout(folder, sorted)),
    ...[...stampedFolders].filter((folder) => !hydraFolders.has(folder)).map((folder) => stampedLayout(folder, sorted)),
    ...[...versionFolders].map((folder) => timelessLayout('lightning', folder, sorted)),
    ...[...trainerFolders].map((folder) => timelessLayout('hugging-face', folder, sorted)),
  ];
}

/** Of folders that are told apart by a number. */
function timelessLayout(layout: 'lightning' | 'hugging-face', folder: string, paths: readonly string[]): LayoutRecord {
  return { ...base(folder, paths, 'none'), layout, neutralPath: folder, timestamp: null, experiment: null };
}

function hydraLayout(folder: string, paths: readonly string[]): LayoutRecord {
  const match = hydraFolder.exec(folder);
  const time = match === null ? null : realTime(match.slice(1, 7));
  return {
    ...base(folder, paths, match === null ? 'none' : time === null ? 'false' : 'true'),
    layout: 'hydra',
    neutralPath: folder.replace(/\d{4}-\d{2}-\d{2}\/\d{2}-\d{2}-\d{2}/, '‹date›/‹time›'),
    timestamp: time,
    experiment: null,
  };
}

function stampedLayout(folder: string, paths: readonly string[]): LayoutRecord {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const match = stampAtEnd.exec(name);
  const [, year = '', , month = '', day = '', hour = '', , minute = '', second = ''] = match ?? [];
  const time = realTime([year, month, day, hour, minute, second]);
  return {
    ...base(folder, paths, time === null ? 'false' : 'true'),
    layout: 'experiment-timestamp',
    neutralPath: folder.replace(stampAtEnd, (stamp) => `${stamp[0]}‹time›`),
    timestamp: time,
    experiment: name.slice(0, match?.index ?? name.length),
  };
}

function base(folder: string, paths: readonly string[], stamp: 'none' | 'true' | 'false') {
  const inside = folder === '' ? '' : `${folder}/`;
  return {
    kind: 'layout' as const,
    path: folder,
    folder,
    format: 'layout',
    files: paths.filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length)),
    problems:
      stamp === 'false'
        ? [{ code: 'TIMESTAMP_NOT_REAL', message: `the folder "${folder}" carries a date and time that do not exist` }]
        : [],
  };
}
