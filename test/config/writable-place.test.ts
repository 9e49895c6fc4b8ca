import { describe, expect, test } from 'vitest';
import { fileObstacle, folderObstacle } from '../../src/config/writable-place.ts';
import { memoryHost } from './memory-host.ts';

const host = memoryHost({ 'file.txt': '', folder: null, 'read-only': null });

describe('a folder for the report', () => {
  test.each(['/here', '/here/folder', '/here/new', '/here/folder/a/b/c'])('may be %s', (path) => {
    expect(folderObstacle(path, host)).toBeNull();
  });

  test.each([
    ['/here/file.txt', 'is no folder; expected a folder, or a path where there is nothing yet'],
    ['/here/file.txt/a/b', 'cannot be made: "/here/file.txt" is no folder'],
    ['/here/read-only/a', 'cannot be written: this user has no right to make files in "/here/read-only"'],
  ])('may not be %s', (path, obstacle) => {
    expect(folderObstacle(path, host)).toBe(obstacle);
  });
});

describe('a file for the result', () => {
  test.each(['/here/file.txt', '/here/new.txt', '/here/folder/new.txt'])('may be %s', (path) => {
    expect(fileObstacle(path, host)).toBeNull();
  });

  test.each([
    ['/here/folder', 'is a folder'],
    ['/here/none/new.txt', 'lies in a folder that does not exist'],
    ['/here/read-only/new.txt', 'lies in a folder where this user has no right'],
    ['/dev/stdout', 'is no regular file; without this option the result goes to stdout'],
  ])('may not be %s', (path, obstacle) => {
    expect(fileObstacle(path, host)).toContain(obstacle);
  });
});
