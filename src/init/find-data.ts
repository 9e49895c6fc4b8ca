/** Where the data lies and where results are written, by the names of folders, .gitignore, DVC, and what the framework writes. */
import type { Framework, Project, Shown } from './project.ts';
import type { Repository } from './repository.ts';

/** Names that go into a YAML file as they are: anything else is left to the person. */
const plainPath = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

const dataFolder = /^(?:data|datasets?|inputs?|corpus|corpora)$/i;
const outputFolder =
  /^(?:outputs?|out|results?|runs|exp(?:eriment)?s?|checkpoints?|ckpts?|lightning_logs|logs?|multirun|saved?_models?|weights|artifacts|work_dirs?)$/i;

const most = 8;

/** Folders of that kind: those that are there, and those that .gitignore keeps out of the repository. */
function named(repository: Repository, pattern: RegExp): readonly Shown<string>[] {
  const found = new Map<string, string>();
  for (const folder of repository.folders)
    if (!folder.includes('/') && pattern.test(folder)) found.set(folder, 'a folder');
  for (const name of ignored(repository)) if (pattern.test(name)) found.set(name, '.gitignore');
  return [...found]
    .filter(([name]) => plainPath.test(name))
    .slice(0, most)
    .map(([value, because]) => ({ value, because }));
}

/** Plain names in .gitignore, without slashes around them. */
function ignored(repository: Repository): readonly string[] {
  return repository
    .text('.gitignore')
    .split('\n', 2000)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#!]/.test(line) && line.length < 100)
    .map((line) => line.replace(/^\/+/, '').replace(/\/\*{0,2}$/, ''))
    .filter((line) => plainPath.test(line));
}

/** Folders with data, largest guess first; those that DVC names come before all others. */
export function findData(repository: Repository): readonly Shown<string>[] {
  const byDvc = repository.files
    .filter((file) => file.endsWith('.dvc'))
    .map((file) => ({ value: file.slice(0, -'.dvc'.length), because: file }))
    .filter(({ value }) => plainPath.test(value));
  const byName = named(repository, dataFolder);
  const rest = byName.filter(
    ({ value }) => !byDvc.some((one) => one.value === value || one.value.startsWith(`${value}/`)),
  );
  return [...byDvc, ...rest].slice(0, most);
}

/** Folders into which the training writes. */
export function findOutputs(repository: Repository, frameworks: readonly Shown<Framework>[]): readonly Shown<string>[] {
  const uses = (framework: Framework): boolean => frameworks.some(({ value }) => value === framework);
  const own: Shown<string>[] = [];
  if (uses('hydra')) own.push({ value: 'outputs', because: "Hydra's default" });
  else if (uses('lightning')) own.push({ value: 'lightning_logs', because: "Lightning's default" });
  const others = named(repository, outputFolder).filter(({ value }) => !own.some((one) => one.value === value));
  return [...own, ...others].slice(0, most);
}

/** The layout that the framework gives, and whether anything in the repository speaks against it. */
export function findLayout(
  repository: Repository,
  frameworks: readonly Shown<Framework>[],
  configFolder: string | null,
): Project['layout'] {
  const [first] = frameworks;
  const sources = repository.files.filter((file) => file.endsWith('.py')).slice(0, 200);
  switch (first?.value) {
    case 'hydra': {
      const configs = repository.files
        .filter((file) => configFolder !== null && file.startsWith(`${configFolder}/`) && /\.ya?ml$/.test(file))
        .slice(0, 200);
      const moved = configs.find((file) =>
        /^[ \t]{0,20}(?:run|sweep):[^\n]{0,80}\n[ \t]{1,20}dir:|\bhydra\.run\.dir\b/m.test(repository.text(file)),
      );
      const because =
        moved === undefined ? 'no configuration moves its folder' : `${moved} gives it a folder of its own`;
      return { value: 'hydra', sure: moved === undefined, because };
    }
    case 'lightning': {
      const logger = sources.find((file) =>
        /\b(?:logger|default_root_dir)[ \t]{0,4}=|Logger\(/.test(repository.text(file)),
      );
      const because = logger === undefined ? 'no logger of its own' : `${logger} chooses a logger or a folder`;
      return { value: 'lightning', sure: logger === undefined, because };
    }
    case 'hugging-face':
      return { value: 'hugging-face', sure: false, because: 'its Trainer writes checkpoint-N where it saves by steps' };
    default:
      return null;
  }
}

/** What shows that DVC keeps the data; null where it does not. */
export function findDvc({ files, folders }: Repository): string | null {
  if (files.includes('dvc.lock')) return 'dvc.lock';
  const pointer = files.find((file) => file.endsWith('.dvc') && plainPath.test(file));
  return pointer ?? (folders.includes('.dvc') ? '.dvc' : null);
}
