import { describe, expect, it } from 'vitest';
import { beginsLikeLog, isText } from '../../src/collect/begins-like-log.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';

const source = (text: string) => memorySource('test', new TextEncoder().encode(text));

describe('beginsLikeLog', () => {
  it.each([
    '[2024-01-15 14:30:00,123][__main__][INFO] - start',
    '2024-01-15 14:30:00,123 - trainer - WARNING - slow',
    '2024-01-15 14:30:00.123 | INFO     | __main__:main:3 - loguru',
    '2024-01-15T14:30:00 ERROR x',
    'INFO:root:start',
    '[INFO] start',
    'INFO 01-15 14:30:00 config.py:12] vllm',
    'I0115 14:30:00.123456 12345 main.py:10] absl',
    '\n\nbanner\n2024-01-15 14:30:00,123 INFO x',
  ])('knows %j', (text) => {
    expect(beginsLikeLog(source(text))).toBe(true);
  });

  it.each([
    '',
    'step,loss\n1,0.5',
    '2024-01-15 14:30:00,0.5',
    '{"level": "INFO"}',
    'INFORMATION about the data',
    'a\nb\nc\nINFO:root:too late',
    '\0[INFO] binary',
  ])('leaves %j alone', (text) => {
    expect(beginsLikeLog(source(text))).toBe(false);
  });
});

describe('isText', () => {
  it('accepts a character that the first 4 KiB cut in two', () => {
    expect(isText(source(`${'x'.repeat(4095)}é`))).toBe(true);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(isText(memorySource('test', new Uint8Array([0xff, 0xfe, 0x41])))).toBe(false);
  });
});
