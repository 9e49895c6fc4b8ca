/** All that `init` finds out about a repository. */
import { parseToml } from '../formats/records/toml-document.ts';
import { findData, findDvc, findLayout, findOutputs } from './find-data.ts';
import { findEntryPoint } from './find-entry-point.ts';
import { findFrameworks } from './find-frameworks.ts';
import { findPackages } from './find-packages.ts';
import { findSeed } from './find-seed.ts';
import type { Project } from './project.ts';
import { usesHydra } from './python-source.ts';
import type { Repository } from './repository.ts';

/** Never throws for what stands in the files. */
export async function inspectRepository(repository: Repository): Promise<Project> {
  // A file that cannot be parsed says as little as none.
  const { root: pyproject } = await parseToml(repository.text('pyproject.toml'));
  const entry = findEntryPoint(repository, pyproject);
  const frameworks = findFrameworks(repository, entry?.file ?? null);
  const configFolder = entry === null ? null : hydraFolder(repository, entry.file);
  return {
    entry,
    frameworks,
    seed: entry === null ? null : findSeed(repository, entry.file, configFolder),
    packages: findPackages(repository, pyproject),
    data: findData(repository),
    outputs: findOutputs(repository, frameworks),
    layout: findLayout(repository, frameworks, configFolder),
    dvc: findDvc(repository),
    gitLfs: /\bfilter=lfs\b/.test(repository.text('.gitattributes')),
    submodules: repository.files.includes('.gitmodules'),
    configFolder,
  };
}

/** `config_path` of the decorator, relative to the file; else the folder that most projects use. */
function hydraFolder(repository: Repository, entry: string): string | null {
  const text = repository.text(entry);
  if (!usesHydra(text)) return null;
  const named = /\bconfig_path\s{0,8}=\s{0,8}["']([\w./-]{1,200})["']/.exec(text)?.[1];
  const base = entry.split('/').slice(0, -1);
  const guesses = named === undefined ? ['conf', 'configs', 'config'] : [named];
  const folders = guesses.map((guess) => joined([...base, ...guess.split('/')]));
  return folders.find((folder) => folder !== null && repository.folders.includes(folder)) ?? null;
}

/** The path with `.` and `..` worked out; null where it leaves the repository. */
function joined(parts: readonly string[]): string | null {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..' && path.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') path.push(part);
  }
  return path.join('/');
}
