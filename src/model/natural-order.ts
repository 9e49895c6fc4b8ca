/** The order in which people count: `epoch_2` before `epoch_10`; else by code units. 0 for equal texts only. */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [one, two] = [Number(part), Number(other)];
    if (isDigits(part) && isDigits(other) && one !== two) return one - two;
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

function parts(text: string): readonly string[] {
  return text.split(/(\d{1,15})/).filter((part) => part !== '');
}

function isDigits(part: string): boolean {
  return /^\d+$/.test(part);
}
