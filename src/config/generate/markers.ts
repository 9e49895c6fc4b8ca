/** Pages that people write, with parts that are generated between two markers. */

/** The page with everything between `<!-- name:begin -->` and `<!-- name:end -->` replaced; an Error where they are not. */
export function betweenMarkers(page: string, name: string, text: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no "${begin}" followed by "${end}"`);
  return `${page.slice(0, from + begin.length)}\n${text.trim()}\n${page.slice(to)}`;
}
