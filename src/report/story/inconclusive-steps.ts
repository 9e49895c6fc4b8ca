/** What to do where there was not enough to judge: for each reason the way out of it. */
import type { Comparison } from '../../model/evidence.ts';
import type { Report } from '../../model/report.ts';
import { code, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { isOpen } from './findings.ts';
import { explainText } from './fix.ts';

export function inconclusiveSteps(report: Report, names: FileNames): readonly Text[] {
  const steps: Text[] = [];
  const totals = report.comparisons.map((comparison) => comparison.coverage.totals);
  if (totals.length > 0 && totals.every((total) => total.tensors === 0 && total.points === 0)) {
    steps.push(
      words(
        'Name the place where the training writes checkpoints and metrics in ',
        code('outputs'),
        ', or let it write below ',
        code('$TRAIN_TWICE_OUTPUT_DIR'),
        '. For a training that only prints, give a pattern in ',
        code('metrics.stdout'),
        '.',
      ),
    );
  }
  const withoutNumbers = report.comparisons.some(endsWithoutNumbers);
  if (withoutNumbers) {
    steps.push(
      words(
        'Make the training stay finite: NaN is equal to NaN in both runs, and that proves nothing. Look at the first step without a finite number (mixed precision, the learning rate, a division by zero).',
      ),
    );
  }
  const neverChanged = report.findings.some((finding) => finding.check === 'weights/never-changed' && isOpen(finding));
  if (neverChanged && !withoutNumbers) {
    steps.push(
      words(
        'Let the training change its weights between two checkpoints: a training that learns nothing repeats itself whatever the seed is. See ',
        explainText('weights/never-changed'),
        '.',
      ),
    );
  }
  const remedies = new Map<string, string>();
  for (const unread of report.inventories.flatMap((inventory) => inventory.unread)) {
    if (unread.remedy !== '' && !remedies.has(unread.remedy))
      remedies.set(unread.remedy, shortName(names, unread.path));
  }
  for (const [remedy, path] of remedies) steps.push(words(code(path), `: ${remedy}`));
  if (report.comparisons.some((comparison) => comparison.coverage.sameInode.length > 0)) {
    steps.push(
      words('Let each run write its own files: ', code('$TRAIN_TWICE_OUTPUT_DIR'), ' is a fresh folder per run.'),
    );
  }
  if (report.comparisons.some((comparison) => comparison.coverage.ambiguous.length > 0)) {
    steps.push(words('Give files that are not the same thing names that differ in more than times and ids.'));
  }
  return steps;
}

function endsWithoutNumbers({ coverage }: Comparison): boolean {
  return coverage.checkpoints.some(
    ({ floatTensors, nonFiniteTensors }) => floatTensors > 0 && nonFiniteTensors >= floatTensors,
  );
}
