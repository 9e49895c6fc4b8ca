import { expect, test } from 'vitest';
import { hostForExisting } from '../../src/commands/world.ts';
import { cancellationSource } from '../../src/run/cancellation.ts';

function checkPages(environment: Readonly<Record<string, string>>): string | undefined {
  const basis = { subject: 'compare', origins: {}, listener: () => {}, cancellation: cancellationSource() } as const;
  const { stdout, stderr } = process;
  return hostForExisting(basis, false, { cwd: '/', environment, stdout, stderr }).meta.checkPages;
}

const action = { GITHUB_ACTION_REPOSITORY: 'octo/train-twice', GITHUB_ACTION_REF: 'v1.2.0' };

test('inside an Action the pages of the checks are those of its own repository, at the version that runs', () => {
  expect(checkPages(action)).toBe('https://github.com/octo/train-twice/blob/v1.2.0/docs/checks/');
  expect(checkPages({ ...action, GITHUB_SERVER_URL: 'https://git.example.com' })).toBe(
    'https://git.example.com/octo/train-twice/blob/v1.2.0/docs/checks/',
  );
});

test.each<Readonly<Record<string, string>>>([
  {},
  { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },
  { ...action, GITHUB_ACTION_REPOSITORY: 'a/b/c' },
  { ...action, GITHUB_ACTION_REF: 'v1 "x' },
  { ...action, GITHUB_SERVER_URL: 'javascript:alert(1)' },
])('where that is not known (%j) nothing is said', (environment) => {
  expect(checkPages(environment)).toBeUndefined();
});
