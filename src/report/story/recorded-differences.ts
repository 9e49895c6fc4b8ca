/** What the runs' own records of their environment say differently, for runs that nobody saw: taken from the check that found it. */
import type { FactValue } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Fact } from './run-facts.ts';

/** More values than these stand with the finding. */
const valuesShown = 6;

/** One fact for each value, by the name that it has in the record. */
export function recordedDifferences({ findings, runs, comparisons }: Report): readonly Fact[] {
  const found = findings.filter(({ check }) => check === 'environment/differs');
  const facts = found.flatMap(({ facts, place }): readonly Fact[] => {
    const comparison = comparisons.find(({ second }) => place.run === null || second === place.run);
    if (comparison === undefined) return [];
    return listOf(facts.differing).flatMap((one) => {
      const { pointer, first, second } = textsOf(one);
      if (pointer === undefined || first === undefined || second === undefined) return [];
      const inRun = (run: number): string | null =>
        run === comparison.first ? first : run === comparison.second ? second : null;
      return [{ title: pointer.replace(/^\//, ''), values: runs.map(({ number }) => inRun(number)) }];
    });
  });
  return facts.slice(0, valuesShown);
}

function listOf(value: FactValue | undefined): readonly FactValue[] {
  return Array.isArray(value) ? value : [];
}

/** The members of a fact that are texts. */
function textsOf(value: FactValue): Readonly<Partial<Record<string, string>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((member): member is [string, string] => typeof member[1] === 'string'),
  );
}
