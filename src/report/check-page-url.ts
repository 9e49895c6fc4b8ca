/** The address of a check's page: for formats that link it. */
import type { Report } from '../model/report.ts';

/** Where the project is published; a report that was made by an Action names the Action's own repository. */
const publishedPages = 'https://github.com/OWNER/train-twice/blob/main/docs/checks/';

/** An absolute address; what a report says is taken only where it is a plain one. */
export function checkPageUrl({ meta }: Pick<Report, 'meta'>, id: string): string {
  const told = meta.checkPages ?? '';
  const base = /^https:\/\/[\w.-]+\/[\w./-]{1,500}\/$/.test(told) ? told : publishedPages;
  return `${base}${id.split('/').map(encodedPart).join('/')}.md`;
}

/** Ids are ours, but a report is read from a file: half a surrogate pair cannot be encoded. */
function encodedPart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
}
