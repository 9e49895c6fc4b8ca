/** What `init` prints: what it found, with what shows it. */
import { printable } from '../model/format-number.ts';
import type { Project, Shown } from './project.ts';
import { trainingCommand } from './training-command.ts';

/** Lines of two columns, each with its full stop left out. */
export function describeProject(project: Project): readonly string[] {
  const { entry, frameworks, seed, packages, data, outputs, dvc } = project;
  const rows: readonly (readonly [string, string])[] = [
    ['training', entry === null ? 'none found' : `${entry.file} (${entry.because})`],
    ['written with', listed(frameworks) || 'nothing that was recognized'],
    ['command', trainingCommand(project) ?? 'to be put into the configuration'],
    ['seed', seed === null ? 'not seen; $TRAIN_TWICE_SEED holds it' : `${seed.value} (${seed.because})`],
    ['packages', packages === null ? 'nothing says which' : `${packages.manager} (${packages.because})`],
    ['data', [listed(data), dvc === null ? '' : `kept by DVC (${dvc})`].filter((text) => text !== '').join(', ')],
    ['outputs', listed(outputs)],
  ];
  return rows.filter(([, text]) => text !== '').map(([name, text]) => `  ${name.padEnd(14)}${printable(text)}`);
}

function listed(found: readonly Shown<string>[]): string {
  return found.map(({ value, because }) => `${value} (${because})`).join(', ');
}
