/** Whether the text of a number says NaN or infinity, in any of the spellings that values have in a Coverage. */
export function isNonFiniteText(text: string): boolean {
  return /^[+-]?(?:nan(?::[0-9a-f]+)?|inf|infinity)$/i.test(text.trim());
}
