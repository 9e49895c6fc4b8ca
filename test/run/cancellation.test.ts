import { describe, expect, it } from 'vitest';
import { cancellationSource, watchSignals } from '../../src/run/cancellation.ts';

describe('a cancellation', () => {
  it('has no signal before one came', () => {
    expect(cancellationSource().signal).toBeNull();
  });

  it('keeps the first signal and counts the others', () => {
    const source = cancellationSource();
    const heard: [string, number][] = [];
    source.onCancel((signal, times) => heard.push([signal, times]));
    source.cancel('SIGINT');
    source.cancel('SIGTERM');
    expect(heard).toEqual([
      ['SIGINT', 1],
      ['SIGINT', 2],
    ]);
  });

  it('calls a callback that comes too late at once', () => {
    const source = cancellationSource();
    source.cancel('SIGTERM');
    let heard = '';
    source.onCancel((signal) => {
      heard = signal;
    });
    expect(heard).toBe('SIGTERM');
  });

  it('does not call a callback that was removed', () => {
    const source = cancellationSource();
    let calls = 0;
    source.onCancel(() => {
      calls += 1;
    })();
    source.cancel('SIGINT');
    expect(calls).toBe(0);
  });
});

describe('watching signals', () => {
  it('turns a signal to this process into a cancellation, and leaves nothing behind', async () => {
    const before = process.listenerCount('SIGHUP');
    const watched = watchSignals();
    const came = new Promise<string>((resolve) => {
      watched.onCancel(resolve);
    });
    process.kill(process.pid, 'SIGHUP');
    expect(await came).toBe('SIGHUP');
    watched.stop();
    expect(process.listenerCount('SIGHUP')).toBe(before);
  });
});
