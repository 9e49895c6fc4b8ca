/** Every seal, by hand. A new one: a file here, a line in this list, a golden file. */
import { predicateSeal, statementSeal, subjectsSeal } from './intoto/statement.ts';
import type { Seal } from './seal.ts';

export const seals: readonly Seal[] = [statementSeal, predicateSeal, subjectsSeal];
