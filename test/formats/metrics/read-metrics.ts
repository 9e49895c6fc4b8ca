/** Metric files as short texts, and series as short lines: `loss by step: 1=0.5 2=0.25`. */
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import type { MetricFormat, MetricReading } from '../../../src/formats/metrics/metric-format.ts';
import type { Series } from '../../../src/model/point.ts';

export function textSource(text: string, name = 'file') {
  return memorySource(name, Buffer.from(text));
}

export function readText(format: MetricFormat, text: string, baseName = 'metrics'): Promise<MetricReading> {
  return format.read(textSource(text, baseName), baseName);
}

export function seriesLine({ name, stepKind, points }: Series): string {
  return `${name} by ${stepKind}: ${points.map(({ step, value, exact, text }) => `${step}=${text ?? exact ?? value}`).join(' ')}`;
}

export async function seriesLines(
  format: MetricFormat,
  text: string,
  baseName = 'metrics',
): Promise<readonly string[]> {
  return (await readText(format, text, baseName)).series.map(seriesLine);
}

export async function noteCodes(format: MetricFormat, text: string, baseName = 'metrics'): Promise<readonly string[]> {
  return (await readText(format, text, baseName)).notes.map(({ code }) => code);
}
