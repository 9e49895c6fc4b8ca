import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ArtifactService, type ServiceFaults, startArtifactService } from './artifact-service.ts';

let folder = '';
let service: ArtifactService | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'artifact-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(async () => {
  await service?.close();
  service = null;
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function start(faults: ServiceFaults = {}): Promise<ArtifactService> {
  const started = await startArtifactService(faults);
  service = started;
  for (const [name, value] of Object.entries(started.environment)) vi.stubEnv(name, value);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  return started;
}

function file(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

describe('the real client against the local service', () => {
  test('uploads three blocks, answered out of order, and both know the same digest', async () => {
    const running = await start({ reorder: true });
    const path = file('model.bin', randomBytes(20 * 1024 * 1024));
    const sent = await new DefaultArtifactClient().uploadArtifact('report', [path], folder, { compressionLevel: 0 });
    const [stored] = running.artifacts;
    expect(stored?.blocks).toBe(3);
    expect(stored?.digest).toBe(`sha256:${sent.digest}`);
    expect(
      createHash('sha256')
        .update(stored?.bytes ?? new Uint8Array())
        .digest('hex'),
    ).toBe(sent.digest);
    expect(sent.id).toBe(101);
  });

  test('is refused a name that is taken', async () => {
    await start({ taken: ['report'] });
    const path = file('a.txt', new Uint8Array([1]));
    await expect(new DefaultArtifactClient().uploadArtifact('report', [path], folder)).rejects.toThrow(/409/);
  });

  test('hears of it when the service is told to fail', async () => {
    const running = await start({ failing: { call: 'FinalizeArtifact', status: 400 } });
    const path = file('a.txt', new Uint8Array([1]));
    await expect(new DefaultArtifactClient().uploadArtifact('report', [path], folder)).rejects.toThrow(/400/);
    expect(running.artifacts).toEqual([]);
  });
});

test('blocks that arrive in another order are put together as the block list says', async () => {
  const running = await start();
  const call = async (name: string, body: object): Promise<unknown> => {
    const url = `${running.environment.ACTIONS_RESULTS_URL}twirp/github.actions.results.api.v1.ArtifactService/${name}`;
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const created = await call('CreateArtifact', { name: 'n' });
  const target =
    typeof created === 'object' && created !== null ? String(Reflect.get(created, 'signed_upload_url')) : '';
  for (const id of ['b', 'a']) await fetch(`${target}&comp=block&blockid=${id}`, { method: 'PUT', body: `<${id}>` });
  const list = '<BlockList><Latest>a</Latest><Latest>b</Latest></BlockList>';
  await fetch(`${target}&comp=blocklist`, { method: 'PUT', body: list });
  const hash = `sha256:${createHash('sha256').update('<a><b>').digest('hex')}`;
  expect(await call('FinalizeArtifact', { name: 'n', size: '6', hash: 'sha256:00' })).toMatchObject({
    code: 'invalid_argument',
  });
  expect(await call('FinalizeArtifact', { name: 'n', size: '6', hash })).toEqual({ ok: true, artifact_id: '101' });
  expect(Buffer.from(running.artifacts[0]?.bytes ?? []).toString()).toBe('<a><b>');
});
