import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { auditMarker, markerName } from '../../src/run/environment.ts';
import { sweepSurvivors } from '../../src/run/sweep-survivors.ts';
import { uniqueId } from './scratch.ts';

describe('sweeping after an audit', () => {
  it('finds what carries the marker, ends it and tells', async () => {
    const auditId = uniqueId();
    const left = spawn('bash', ['-c', "trap '' TERM; sleep 60; sleep 60"], {
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, [markerName]: auditId },
    });
    const ended = new Promise((resolve) => left.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const found = await sweepSurvivors(auditMarker(auditId));
    await ended;
    expect(found).toContainEqual({ pid: left.pid, command: expect.stringContaining('sleep 60'), killed: true });
  });

  it('finds nothing where nothing was left', async () => {
    expect(await sweepSurvivors(auditMarker(uniqueId()))).toEqual([]);
  });

  it.each(['', 'TRAIN_TWICE_AUDIT', 'TRAIN_TWICE_AUDIT='])('touches nothing for the marker %j', async (marker) => {
    expect(await sweepSurvivors(marker)).toEqual([]);
  });
});
