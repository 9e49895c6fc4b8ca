import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PublishProblem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { replaceAtomically, writeAll, writeFileAtomically } from '../../src/publish/write-file.ts';
import { writeReport } from '../../src/publish/write-report.ts';
import { readReport } from '../../src/report/read-json.ts';
import { report, run } from '../fixtures/reports/parts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

function reportWithLogs(): Report {
  writeFileSync(join(folder(), 'first.log'), 'epoch 1\n');
  return report({
    runs: [run(1, { logPath: join(folder(), 'first.log') }), run(2, { logPath: join(folder(), 'gone.log') })],
  });
}

describe('writeReport', () => {
  test('leaves report, summary, fingerprint and logs, and nothing else', async () => {
    const reportDir = join(folder(), 'deep', 'report');
    const given = reportWithLogs();
    const written = await writeReport(given, { reportDir });
    expect(readdirSync(reportDir).sort()).toEqual([
      '.gitignore',
      'badge.json',
      'fingerprint.json',
      'junit.xml',
      'report.html',
      'report.json',
      'run-1.log',
      'sarif.json',
      'summary.md',
      'test-result.intoto.json',
      'test-result.predicate.json',
      'test-result.subjects.sha256',
    ]);
    expect(readReport(readFileSync(written.reportJson, 'utf8'))).toEqual(given);
    expect(readFileSync(join(reportDir, 'run-1.log'), 'utf8')).toBe('epoch 1\n');
    expect(written.others).toContain(join(reportDir, 'run-1.log'));
  });

  test('leaves a statement that names report.json by the digest of the very file', async () => {
    const written = await writeReport(reportWithLogs(), { reportDir: folder() });
    const digest = createHash('sha256').update(readFileSync(written.reportJson)).digest('hex');
    const statement = JSON.parse(readFileSync(join(folder(), 'test-result.intoto.json'), 'utf8'));
    expect(statement.subject[0]).toEqual({ name: 'report.json', digest: { sha256: digest } });
    expect(readFileSync(join(folder(), 'test-result.subjects.sha256'), 'utf8')).toContain(`${digest}  report.json\n`);
    for (const name of ['test-result.intoto.json', 'test-result.predicate.json', 'test-result.subjects.sha256'])
      expect(written.others).toContain(join(folder(), name));
  });

  test('leaves no statement where report.json itself cannot be written', async () => {
    mkdirSync(join(folder(), 'report.json'));
    writeFileSync(join(folder(), 'test-result.intoto.json'), 'old');
    await expect(writeReport(report({ runs: [] }), { reportDir: folder() })).rejects.toBeInstanceOf(PublishProblem);
    expect(readdirSync(folder()).filter((name) => name.startsWith('test-result'))).toEqual([]);
  });

  test('keeps a folder that it makes out of Git, and one that was there as it is', async () => {
    const [made, found] = [join(folder(), 'made'), join(folder(), 'found')];
    mkdirSync(found);
    for (const reportDir of [made, found]) await writeReport(report({ runs: [] }), { reportDir });
    expect(readFileSync(join(made, '.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(found)).not.toContain('.gitignore');
  });

  test.skipIf(!existsSync('/proc/self'))('comes back from a place where no folder can be made', async () => {
    await expect(writeReport(report(), { reportDir: '/proc/train-twice/r' })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
  });

  test('keeps a log that already lies in the report folder', async () => {
    const log = join(folder(), 'run-1.log');
    writeFileSync(log, 'as it came');
    await writeReport(report({ runs: [run(1, { logPath: log })] }), { reportDir: folder() });
    expect(readFileSync(log, 'utf8')).toBe('as it came');
  });

  test.each(['report.json', 'summary.md', 'fingerprint.json', 'run-1.log'])(
    'refuses where a folder stands under the name %s, and leaves no report.json',
    async (name) => {
      mkdirSync(join(folder(), 'r', name), { recursive: true });
      const attempt = writeReport(reportWithLogs(), { reportDir: join(folder(), 'r') });
      await expect(attempt).rejects.toMatchObject({ tag: 'publish', code: 'NAME_IS_FOLDER' });
      expect(readdirSync(join(folder(), 'r')).filter((found) => found === 'report.json' && found !== name)).toEqual([]);
    },
  );

  test('takes an old report away even when it cannot write the new one', async () => {
    writeFileSync(join(folder(), 'report.json'), 'old');
    mkdirSync(join(folder(), 'summary.md'));
    await expect(writeReport(report({ runs: [] }), { reportDir: folder() })).rejects.toBeInstanceOf(PublishProblem);
    expect(readdirSync(folder())).not.toContain('report.json');
  });

  test('says what to do where the report folder cannot be made', async () => {
    writeFileSync(join(folder(), 'file'), '');
    const attempt = writeReport(report(), { reportDir: join(folder(), 'file', 'report') });
    await expect(attempt).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      remedy: expect.stringContaining('report-dir'),
    });
  });

  test('replaces a symbolic link at a final name and never writes through it', async () => {
    const victim = join(folder(), 'victim');
    writeFileSync(victim, 'precious');
    mkdirSync(join(folder(), 'r'));
    for (const name of ['report.json', 'run-1.log']) symlinkSync(victim, join(folder(), 'r', name));
    await writeReport(reportWithLogs(), { reportDir: join(folder(), 'r') });
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(readFileSync(join(folder(), 'r', 'report.json'), 'utf8')).toContain('"reportVersion": 1');
  });
});

describe('a file is written whole or not at all', () => {
  test.skipIf(process.platform === 'win32')('and never in the place of a device or a pipe', async () => {
    const pipe = join(folder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(writeFileAtomically(pipe, 'x')).rejects.toMatchObject({ code: 'NAME_IS_SPECIAL' });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test('when the disk is full in the middle: the old content stays, no half file does, and the remedy is told', async () => {
    const path = join(folder(), 'report.json');
    writeFileSync(path, 'old');
    const attempt = replaceAtomically(path, async (handle) => {
      await handle.write('half of it');
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining('"report.json" could not be written: ENOSPC'),
      remedy: expect.stringContaining('space'),
      place: { file: path },
    });
    expect(readdirSync(folder())).toEqual(['report.json']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('when fewer bytes arrived than were written', async () => {
    const path = join(folder(), 'x');
    const attempt = replaceAtomically(path, async (handle) => {
      await handle.write('123');
      return 5;
    });
    await expect(attempt).rejects.toMatchObject({ message: expect.stringContaining('Only 3 of 5 bytes') });
    expect(readdirSync(folder())).toEqual([]);
  });

  test('when writes are short: they are continued until every byte is there', async () => {
    const path = join(folder(), 'x');
    await replaceAtomically(path, async (handle) => {
      const short = Object.create(handle, {
        write: { value: (bytes: Uint8Array, offset: number) => handle.write(bytes, offset, 1) },
      });
      return writeAll(short, new TextEncoder().encode('whole'));
    });
    expect(readFileSync(path, 'utf8')).toBe('whole');
  });

  test('when a write makes no progress: it is an error, not an endless loop', async () => {
    const attempt = replaceAtomically(join(folder(), 'x'), async (handle) => {
      const stuck = Object.create(handle, { write: { value: async () => ({ bytesWritten: 0 }) } });
      return writeAll(stuck, new Uint8Array(3));
    });
    await expect(attempt).rejects.toMatchObject({ code: 'WRITE_FAILED' });
  });

  test('as text in UTF-8', async () => {
    await writeFileAtomically(join(folder(), 'x'), 'é');
    expect(readFileSync(join(folder(), 'x'))).toEqual(Buffer.from([0xc3, 0xa9]));
  });
});
