/** Which values of a configuration say what was trained, and which only when and where. */
import { expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import { document, withRecord, withRecords } from '../fixtures/audits/evidence.ts';

const found = (first: object, second: object) =>
  inspect(
    withRecords(
      withRecord(document('configuration', 'outputs/config.json', { seed: 42, ...first })),
      withRecord(document('configuration', 'outputs/config.json', { seed: 42, ...second })),
    ),
  )
    .filter(({ check }) => check === 'configuration/differs')
    .map(({ severity, message }) => `${severity}: ${message}`);

test.each(['data_path', 'model_name_or_path', 'pretrained_path', 'data_dir', 'path', 'id', 'version'])(
  'another "%s" is another training',
  (key) => {
    expect(found({ [key]: 'a' }, { [key]: 'b' })).toEqual([
      `error: 1 value differs: "/${key}" is "a" in the first run and "b" in the second.`,
    ]);
  },
);

test.each(['output_dir', 'logging_dir', 'save_path', 'run_name', 'created_at', 'start_time', 'cwd'])(
  'another "%s" is only another run, and is told',
  (key) => {
    expect(found({ [key]: 'a' }, { [key]: 'b' })).toEqual([
      `notice: Only 1 value that names a time, a place or an id differs: "/${key}" is "a" in the first run and "b" in the second.`,
    ]);
  },
);
