/** How distributions were installed, by the real pip: a commit of Git, an archive, a folder, a folder that is worked on. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runObserved, writeFiles } from './observed.mjs';

const project = (name) => ({
  'pyproject.toml': `[build-system]
requires = ["setuptools>=64"]
build-backend = "setuptools.build_meta"
[project]
name = "${name}"
version = "1.0"
[tool.setuptools]
package-dir = { "" = "src" }
`,
  [`src/${name.replaceAll('-', '_')}_code/__init__.py`]: '',
});

export function observeInstalls(base, folder, tally) {
  const venv = path.join(folder, 'venv');
  execFileSync(base, ['-m', 'venv', venv]);
  const python = path.join(venv, 'bin', 'python');
  const at = (name) => writeFiles(path.join(folder, 'projects', name), project(name));
  const pip = (...argv) =>
    execFileSync(python, ['-m', 'pip', '--disable-pip-version-check', '--no-input', '-q', ...argv], { stdio: 'pipe' });
  const git = (...argv) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...argv], {
      cwd: at('from-git'),
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'made for this test');
  const commit = git('rev-parse', 'HEAD');
  pip('wheel', '--no-deps', '-w', path.join(folder, 'wheels'), at('from-archive'));
  const [wheel] = readdirSync(path.join(folder, 'wheels'));
  const archive = path.join(folder, 'wheels', wheel);
  pip('install', `git+file://${at('from-git')}@${commit}`, `from-archive @ file://${archive}`, at('from-folder'));
  pip('install', '-e', at('worked-on'));
  writeFiles(folder, {
    'train.py': 'import from_git_code, from_archive_code, from_folder_code, worked_on_code',
  });
  const [record] = runObserved([python, 'train.py'], { python, cwd: folder }).records;
  const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
  tally.same(
    'observer: how pip installed what was imported',
    record.distributions.map(({ name, version, source, revision, installer }) => [
      name,
      version,
      source,
      revision,
      installer,
    ]),
    [
      ['from-archive', '1.0', 'archive', `sha256=${digest}`, 'pip'],
      ['from-folder', '1.0', 'folder', null, 'pip'],
      ['from-git', '1.0', 'vcs', commit, 'pip'],
      ['worked-on', '1.0', 'editable', null, 'pip'],
    ],
  );
  tally.same('observer: all of it was looked at', [record.distributionsComplete, record.faults], [true, []]);
}
