/** Whether the name beside a digest means a dataset: records say `points.csv`, `/home/me/data/points.csv`, `data\points.csv`. */

/** The path in one spelling: `/` between parts, without `./`, a scheme, or a slash at the end. */
export function plainPath(text: string): string {
  const path = text
    .trim()
    .replaceAll('\\', '/')
    .replace(/^file:\/\//, '')
    .replaceAll(/\/(?:\.\/)+/g, '/')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^(?:\.\/)+/, '');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** True where one of two paths is the other, or its end: part by part, `..` at the beginning not looked at. */
export function samePlace(one: string, other: string): boolean {
  const a = ending(one);
  const b = ending(other);
  if (a === '' || b === '') return false;
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

/** True where a subject names the dataset: by its path, or by the name of its file or folder without an ending. */
export function namesDataset(subject: string, path: string): boolean {
  if (samePlace(subject, path)) return true;
  if (/[/\\]/.test(subject.trim())) return false;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[A-Za-z][A-Za-z0-9.]{0,15}$/, '');
  return name !== '' && subject.trim().toLowerCase() === name.toLowerCase();
}

function ending(path: string): string {
  return plainPath(path).replace(/^(?:\.\.\/)+|^\//, '');
}
