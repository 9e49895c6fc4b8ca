/**
 * DVC's facts held against DVC itself: the digests of files and folders (with names and contents on which rules differ), the MD5
 * of versions before 3, `.dvcignore`, `wdir` of a stage, and that data which changed is told from its `.dvc` file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { frameworksPython } from './environment.mjs';

/** Names and contents on which writers of JSON, orders of sorting and rules for text disagree. */
const awkward = {
  'img/b/a.bin': 'y',
  'img/b.txt': 'q',
  'img/b-c/x': 'z',
  'img/empty': '',
  'img/crlf.csv': 'a,b\r\n1,2\r\n',
  'img/"q"\\.txt': 'k',
  'img/\u{1F600}.txt': 'emoji',
  'img/\uFB00.txt': 'hi',
  'img/Ünï.txt': 'e',
  'img/del\u007f.txt': 'd',
  'img/tab\t.txt': 't',
  'img/bin.dat': '\u0000\r\n',
  'img/ignored.tmp': 'never mind',
  'img/cache/x': 'never mind',
  'points.csv': 'x,y\r\n0.5,1\r\n',
  'long.txt': `${'abc\r\n'.repeat(300_000)}end`,
};

/** MD5 as DVC before version 3 had it, by DVC's own code. */
const legacy = `import sys
from dvc_data.hashfile.hash import file_md5
for path in sys.argv[1:]:
    print(file_md5(path, name="md5-dos2unix"))
`;

/** @param {(title: string, problem: string | null) => void} check */
export function checkDvc(check, folder, cli) {
  const { python, notice } = frameworksPython('requirements-dvc.txt');
  if (python === null) {
    console.log(`notice: DVC skipped, ${notice}`);
    return;
  }
  mkdirSync(folder, { recursive: true });
  const environment = { ...process.env, PATH: `${path.dirname(python)}:${process.env.PATH}`, DVC_NO_ANALYTICS: '1' };
  const program = path.join(path.dirname(python), 'dvc');
  const dvc = (...words) =>
    execFileSync(program, words, { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' });
  /** `train-twice check` on a folder of results, with whatever DVC's files name. */
  const audit = () => {
    const argv = [cli, 'check', 'results', '--format', 'json', '--quiet'];
    const ran = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (ran.stdout === '') throw new Error(`check printed nothing: ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  const findings = (report) =>
    report.findings
      .filter((finding) => finding.check.startsWith('dataset/'))
      .map(({ severity, check: id, place }) => `${severity} ${id} ${place.file}`);
  const same = (found, wanted) => (JSON.stringify(found) === JSON.stringify(wanted) ? null : JSON.stringify(found));

  execFileSync('git', ['init', '-q'], { cwd: folder });
  dvc('init', '-q');
  for (const [name, content] of Object.entries(awkward)) {
    mkdirSync(path.dirname(path.join(folder, 'data', name)), { recursive: true });
    writeFileSync(path.join(folder, 'data', name), content);
  }
  mkdirSync(path.join(folder, 'store'));
  writeFileSync(path.join(folder, 'store', 'shared.csv'), 'shared');
  mkdirSync(path.join(folder, 'data', 'farm'));
  symlinkSync('../../store/shared.csv', path.join(folder, 'data', 'farm', 'linked.csv'));
  mkdirSync(path.join(folder, 'results'));
  writeFileSync(path.join(folder, 'results', 'metrics.jsonl'), '{"step": 1, "loss": 0.5}\n');
  writeFileSync(path.join(folder, '.dvcignore'), '*.tmp\ncache/\n');
  dvc('add', '-q', '--no-commit', 'data/img', 'data/points.csv', 'data/long.txt', 'data/farm');
  mkdirSync(path.join(folder, 'pipeline'));
  writeFileSync(
    path.join(folder, 'pipeline', 'dvc.yaml'),
    'stages:\n  copy:\n    wdir: ../data\n    cmd: cp points.csv copied.csv\n    deps: [points.csv, img]\n    outs: [copied.csv]\n  count:\n    cmd: wc -l < ../data/copied.csv > count.txt\n    deps: [../data/copied.csv]\n    outs: [count.txt]\n',
  );
  dvc('repro', '-q', 'pipeline/dvc.yaml');

  const report = audit();
  const names = ['data/copied.csv', 'data/farm', 'data/img', 'data/long.txt', 'data/points.csv'];
  check(
    'DVC: its files and its lock name the data, and not the results',
    same(report.datasets.map(({ path: name }) => name).sort(), names),
  );
  check('DVC: all of it is what DVC says', same(findings(report), []));
  for (const dataset of report.datasets) {
    const expected = dataset.expected?.digest.replace('.dir', '');
    const known = dataset.digests.map(({ digest }) => digest);
    check(
      `DVC: the digest of ${dataset.path}`,
      known.includes(expected) ? null : `${expected} is not among ${known.join(', ')}`,
    );
  }
  const old = ['points.csv', 'long.txt'].map((name) => path.join(folder, 'data', name));
  const digests = execFileSync(python, ['-c', legacy, ...old], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const [index, digest] of digests.entries()) {
    const name = `data/${path.basename(old[index])}`;
    const dataset = report.datasets.find((one) => one.path === name);
    check(
      `DVC: the digest of ${name} before version 3`,
      dataset?.digests.some((one) => one.digest === digest) ? null : digest,
    );
  }

  appendFileSync(path.join(folder, 'data', 'img', 'ignored.tmp'), 'more');
  check('DVC: what .dvcignore names may change', same(findings(audit()), []));
  appendFileSync(path.join(folder, 'data', 'img', 'b.txt'), 'more');
  check(
    'DVC: a changed file of a folder is told',
    same(findings(audit()), ['error dataset/not-as-declared data/img.dvc']),
  );
  writeFileSync(path.join(folder, 'results', 'img.dvc'), readFileSync(path.join(folder, 'data', 'img.dvc')));
  dvc('add', '-q', '--no-commit', 'data/img');
  check(
    'DVC: a copy of the .dvc file among the results that is out of date is told',
    same(findings(audit()), ['error dataset/not-true img.dvc']),
  );
  console.log(`DVC ${dvc('--version').trim()}: ${report.datasets.length} datasets held against it`);
}
