/**
 * `train-twice init`: writes a configuration and a workflow that fit the repository in the current directory. What is there is
 * left alone, unless `--force` says otherwise; nothing of the repository is executed.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { configFileNames } from '../config/read-config-file.ts';
import { configText } from '../init/config-text.ts';
import { describeProject } from '../init/describe-project.ts';
import { inspectRepository } from '../init/inspect-repository.ts';
import { isThere, lookAtRepository } from '../init/repository.ts';
import { workflowText } from '../init/workflow-text.ts';
import { PublishProblem } from '../model/problem.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { printTo } from '../publish/print-to.ts';
import { writeFileAtomically } from '../publish/write-file.ts';
import type { World } from './world.ts';

const workflowFile = '.github/workflows/train-twice.yml';

/**
 * Gives 0 also where nothing had to be written, and where no training was found: the configuration then waits for its command.
 * @throws PublishProblem where a file cannot be written
 */
export async function initCommand(force: boolean, world: World): Promise<ExitCode> {
  const repository = lookAtRepository(world.cwd);
  const project = await inspectRepository(repository);
  // A configuration in the other place is the one that would be read.
  const configFile = configFileNames.find((name) => isThere(path.join(repository.folder, name))) ?? 'train-twice.yml';
  const targets = [
    { file: path.join(repository.folder, configFile), text: configText(project) },
    {
      file: path.join(repository.root, workflowFile),
      text: workflowText(project, { below: repository.below, configFile }),
    },
  ];
  const written: string[] = [];
  const kept: string[] = [];
  for (const { file, text } of targets) {
    const name = path.relative(world.cwd, file).replaceAll('\\', '/');
    if (!force && isThere(file)) {
      kept.push(name);
      continue;
    }
    await write(file, text);
    written.push(name);
  }
  await printTo(world.stdout, summary(describeProject(project), written, kept, project.entry !== null, configFile));
  return exitCodes.passed;
}

function summary(
  found: readonly string[],
  written: readonly string[],
  kept: readonly string[],
  hasTraining: boolean,
  configFile: string,
): string {
  const blocks = [['Found in this repository:', ...found]];
  if (written.length > 0) blocks.push(['Written:', ...written.map((name) => `  ${name}`)]);
  if (kept.length > 0)
    blocks.push(['There already, and left alone (--force overwrites):', ...kept.map((name) => `  ${name}`)]);
  if (written.length === 0) blocks.push(['Nothing was written.']);
  const next = hasTraining
    ? 'Next: look through the two files, then try it here with: train-twice run'
    : `Next: no training was found, so put its command into ${configFile}, then try it here with: train-twice run`;
  return `${[...blocks, [next]].map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** What the writer says about other places for a report is of no help here. */
async function write(file: string, text: string): Promise<void> {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await writeFileAtomically(file, text);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    throw new PublishProblem('WRITE_FAILED', `"${path.basename(file)}" could not be written: ${said}.`, {
      place: { file },
      remedy: 'Let this user write there, and remove what stands in the way.',
      cause: error,
    });
  }
}
