import { describe, expect, it } from 'vitest';
import { failureShown } from '../../src/model/log-signs.ts';

describe('a log shows a failure', () => {
  it.each([
    'a.sh: line 3: 4711 Killed                  python train.py',
    '/x/command.sh: line 1: 12 Segmentation fault      (core dumped) python train.py',
    'a.sh: line 3: 4711 Aborted                 (core dumped) python train.py',
  ])('where bash says that a signal ended a child: %s', (line) => {
    expect(failureShown([line, 'going on', 'done'])).toBe(line);
  });

  it('where it ends in a traceback', () => {
    expect(failureShown(['Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: x'])).toBe(
      'ValueError: x',
    );
  });

  it.each(['Killed 3 stale workers', 'Aborted', 'epoch 12 Killed', 'line 3: 12 Terminated'])('not by %s', (line) => {
    expect(failureShown([line])).toBeNull();
  });
});
