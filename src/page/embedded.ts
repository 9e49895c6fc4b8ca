/** The report that rides in the page: its text, to be handed out again, and the report itself. */
import type { Report } from '../model/report.ts';

export interface Embedded {
  /** The bytes of `report.json`, as they were written. */
  readonly text: string;
  /** Numbers that JSON cannot hold stand in it as `"nan"`, `"inf"`, `"-inf"`: see `numberOf`. */
  readonly report: Report;
}

/** Null where the report was too large to ride along. */
export async function readEmbedded(): Promise<Embedded | null> {
  const data = document.getElementById('report-data')?.textContent ?? null;
  if (data === null) return null;
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const text = await new Response(stream).text();
  return { text, report: JSON.parse(text) };
}
