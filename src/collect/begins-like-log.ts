/** Whether a file is a text log, told from its first lines: the layouts of Python's `logging`, Hydra's and loguru's. */
import type { ByteSource } from '../model/byte-source.ts';

/** Enough for the banner that many trainings print first. */
const lookBytes = 4096;

const level = '(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL|FATAL|TRACE|SUCCESS|NOTSET)';
const stamp = String.raw`\d{4}[-/]\d{2}[-/]\d{2}[ T]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?`;
const lineForms: readonly RegExp[] = [
  // [2024-01-15 14:30:00,123][__main__][INFO] - …   2024-01-15 14:30:00,123 - name - INFO - …   … | INFO | …
  new RegExp(`^\\[?${stamp}\\]?.{0,120}?\\b${level}\\b`),
  // INFO:root:…   [INFO] …   INFO 01-15 14:30:00 …
  new RegExp(`^(?:${level}:[\\w.]+:|\\[${level}\\]|${level} \\d{2}[-/]\\d{2} )`),
  // I0115 14:30:00.123456 12345 file.py:10] …  (glog, absl)
  /^[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{6} /,
];

/** True where one of the first three lines that are not blank is a logger's. */
export function beginsLikeLog(source: ByteSource): boolean {
  const text = beginning(source);
  if (text === null) return false;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.slice(0, 3).some((line) => lineForms.some((form) => form.test(line.slice(0, 400))));
}

/** True where the beginning holds no NUL and is UTF-8. */
export function isText(source: ByteSource): boolean {
  return beginning(source) !== null;
}

function beginning(source: ByteSource): string | null {
  const bytes = source.read(0, Math.min(source.byteLength, lookBytes));
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
