/** `sarif.json`: valid by the schema of OASIS, taken by GitHub's further rules, and true about places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { sarifReporter } from '../../src/report/sarif.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { cancelled, divergent, nothingCompared, runFailed } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hostile, hostileTexts } from '../fixtures/reports/hostile.ts';
import { finding, inventory, report, run } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';
import { sarifErrors } from './published-schemas.ts';

const render = (of: Report): string => sarifReporter.render(of, { color: false, columns: 100, verbose: true });
const runOf = (of: Report) => JSON.parse(render(of)).runs[0];
const resultsOf = (of: Report) => runOf(of).results;

/** The location of one finding. */
function locationOf(place: Partial<Finding['place']>, changes: Partial<Report> = {}) {
  const found = finding({
    check: 'weights/values-differ',
    title: 'T',
    message: 'M',
    place: { run: null, file: null, entry: null, line: null, ...place },
  });
  return resultsOf(report({ findings: [found], ...changes }))[0].locations[0];
}

const artifactOf = (place: Partial<Finding['place']>, changes: Partial<Report> = {}) =>
  locationOf(place, changes).physicalLocation.artifactLocation;

test.each([...Object.entries(gallery), ['hostile', hostile] as const])(
  '"%s" is valid by the published schema',
  (_, of) => {
    expect(sarifErrors(render(of))).toEqual([]);
  },
);

test('so is every report, and GitHub finds in each what it demands: a physical location and texts that are not empty', () => {
  fc.assert(
    fc.property(arbitraryReport, (of) => {
      const text = render(of);
      expect(sarifErrors(text)).toEqual([]);
      const { results, tool } = JSON.parse(text).runs[0];
      for (const result of results) {
        expect(result.locations[0].physicalLocation.artifactLocation.uri).not.toBe('');
        expect(result.message.text).not.toBe('');
        expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      }
    }),
    { numRuns: 60 },
  );
});

test('the schema refuses what is wrong, so that the tests above mean something', () => {
  expect(sarifErrors(render(divergent).replaceAll('"level": "error"', '"level": "fatal"'))).not.toEqual([]);
  expect(sarifErrors(render(divergent).replace(/"helpUri": "[^"]*"/, '"helpUri": "not an address"'))).not.toEqual([]);
});

describe('rules', () => {
  test('are all checks that were applied, those that are off too', () => {
    const { rules } = runOf(identical).tool.driver;
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual(identical.checks.map(({ id }) => id));
    expect(rules.find((rule: { id: string }) => rule.id === 'layout/not-followed').defaultConfiguration.enabled).toBe(
      false,
    );
  });

  test('link the page of the check, in the repository of the Action where the report knows it', () => {
    const checkPages = 'https://github.com/octo/fork/blob/v1.2.0/docs/checks/';
    const pageIn = (meta: Report['meta']) => runOf({ ...identical, meta }).tool.driver.rules[0].helpUri;
    expect(pageIn({ ...identical.meta, checkPages })).toBe(`${checkPages}weights/values-differ.md`);
    const published = pageIn(identical.meta);
    expect(published).toMatch(/^https:\/\/github\.com\/.*\/docs\/checks\/weights\/values-differ\.md$/);
    for (const bad of ['javascript:alert(1)//', 'https://e.example/"/', 'http://x/', ''])
      expect(pageIn({ ...identical.meta, checkPages: bad })).toBe(published);
  });

  test('carry the whole page where something was found, for this version’s own checks', () => {
    const rules = runOf(divergent).tool.driver.rules;
    const help = (id: string) => rules.find((rule: { id: string }) => rule.id === id).help.markdown;
    expect(help('weights/values-differ')).toContain('# weights/values-differ');
    expect(help('metrics/values-diverge')).toBeUndefined();
    expect(help('run/not-seeded')).toBeUndefined();
  });

  test('stay small with all the checks that there are', () => {
    const applied = checks.map(({ id, title, severity }) => ({ id, title, severity }));
    expect(render(report({ checks: applied })).length).toBeLessThan(150_000);
  });
});

describe('results', () => {
  test('have the level of the finding, and waived ones their suppression with the reason', () => {
    const told = resultsOf(divergent).map((result: { ruleId: string; level: string; suppressions?: object[] }) => [
      result.ruleId,
      result.level,
      result.suppressions ?? null,
    ]);
    expect(told).toEqual([
      ['weights/values-differ', 'error', null],
      ['run/not-seeded', 'error', null],
      ['metrics/non-finite', 'note', null],
      [
        'environment/not-recorded',
        'warning',
        [{ kind: 'external', status: 'accepted', justification: 'Comes with the next release.' }],
      ],
    ]);
  });

  test('have fingerprints that tell them apart and are the same after the line has moved', () => {
    const at = (line: number, file = 'train.py') =>
      finding({ check: 'run/not-seeded', title: 'T', message: 'M', place: { run: null, file, entry: null, line } });
    const prints = (findings: readonly Finding[]) =>
      resultsOf(report({ findings })).map(
        (result: { partialFingerprints: { primaryLocationLineHash: string } }) =>
          result.partialFingerprints.primaryLocationLineHash,
      );
    const before = prints([at(3), at(9), at(3, 'data.py')]);
    expect(new Set(before).size).toBe(3);
    expect(prints([at(4), at(10), at(4, 'data.py')])).toEqual(before);
  });

  test('beyond what GitHub takes are counted, the worst kept', () => {
    const many = Array.from({ length: 5_001 }, (_, index) =>
      finding({
        check: 'files/unread',
        title: 'T',
        message: `${index}`,
        severity: index === 5_000 ? 'error' : 'notice',
      }),
    );
    const { results, invocations } = runOf(report({ findings: many }));
    expect(results).toHaveLength(5_000);
    expect(results[0].message.text).toBe('5000');
    expect(JSON.stringify(invocations)).toContain('1 more finding in report.json');
  });
});

describe('places', () => {
  test('a file of a run is no file of the repository', () => {
    const file = 'checkpoints/best_model.safetensors';
    expect(artifactOf({ run: 2, file })).toEqual({ uri: `run-2/${file}`, uriBaseId: 'ARTIFACT' });
    expect(artifactOf({ file })).toEqual({ uri: `run-1/${file}`, uriBaseId: 'ARTIFACT' });
  });

  test('it has the same name in every audit, whatever time its folder carries', () => {
    const files = [
      {
        path: 'out/2026-01-15/log.txt',
        neutralPath: 'out/‹date›/log.txt',
        role: 'log' as const,
        format: null,
        byteLength: 1,
        because: '',
      },
    ];
    const { uri } = artifactOf({ run: 1, file: 'out/2026-01-15/log.txt' }, { inventories: [inventory(1, { files })] });
    expect(decodeURIComponent(uri)).toBe('run-1/out/‹date›/log.txt');
  });

  test('a line of the training’s own code is a place in the repository, below the folder where it is started', () => {
    const workingTree = { folder: 'vision', commit: null, dirty: [], dirtyCount: 0, diffSha256: null };
    const runs = [run(1, { workingDirectory: '/home/ci/project/vision', workingTree })];
    const { physicalLocation } = locationOf({ file: 'data/loader.py', line: 31 }, { runs });
    expect(physicalLocation).toEqual({
      artifactLocation: { uri: 'vision/data/loader.py', uriBaseId: '%SRCROOT%' },
      region: { startLine: 31 },
    });
    expect(runOf(report({ runs })).originalUriBaseIds['%SRCROOT%'].uri).toBe('file:///home/ci/project/');
  });

  test('without a repository it is a place in the folder where the training is started', () => {
    expect(artifactOf({ file: 'train.py', line: 3 })).toEqual({ uri: 'train.py', uriBaseId: '%SRCROOT%' });
    expect(runOf(report()).originalUriBaseIds['%SRCROOT%'].uri).toBe('file:///home/ci/project/');
  });

  test('a file elsewhere on the machine has its whole address', () => {
    expect(artifactOf({ file: '/opt/lib/a b.py', line: 1 })).toEqual({ uri: 'file:///opt/lib/a%20b.py' });
  });

  test('what has no file lies in the report, with its run as a logical place', () => {
    expect(locationOf({ run: 2 })).toEqual({
      physicalLocation: { artifactLocation: { uri: 'report.json', uriBaseId: 'ARTIFACT' } },
      logicalLocations: [{ name: 'run 2', fullyQualifiedName: 'run 2', kind: 'run' }],
    });
  });

  test('an entry is a logical place inside its file', () => {
    const file = 'checkpoints/best_model.safetensors';
    expect(locationOf({ run: 1, file, entry: 'model/fc.weight' }).logicalLocations).toEqual([
      { name: 'model/fc.weight', fullyQualifiedName: `run 1, ${file}, model/fc.weight`, kind: 'entry' },
    ]);
  });

  test.each(hostileTexts)('the name %j is no address of its own', (file) => {
    const { uri } = artifactOf({ file });
    expect(new URL(uri, 'https://base.example/repository/').href).toMatch(/^https:\/\/base\.example\/|^file:\/\/\//);
    expect(uri).toMatch(/^[\w%.!~*'()/:-]+$/);
  });
});

describe('an audit without a verdict did not succeed as an analysis', () => {
  test.each([
    ['inconclusive', nothingCompared, false],
    ['run failed', runFailed, false],
    ['cancelled', cancelled, false],
    ['divergent', divergent, true],
    ['identical', identical, true],
  ])('%s', (_, of, succeeded) => {
    const [invocation] = runOf(of).invocations;
    expect(invocation.executionSuccessful).toBe(succeeded);
    expect(invocation.toolExecutionNotifications[0]).toEqual({
      level: of.judgement.passed ? 'note' : 'error',
      message: { text: of.judgement.sentence },
    });
  });
});

test('hostile texts form neither links nor placeholders, nor commands for a runner that prints the file', () => {
  const text = render(hostile);
  for (const result of JSON.parse(text).runs[0].results) expect(result.message.text).not.toMatch(/\]\(|\{\d/);
  expect(parseRunnerOutput(text).commands).toEqual([]);
  expect(text.length).toBeLessThan(1_000_000);
});
