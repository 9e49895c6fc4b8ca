/**
 * The user's own JSON Schema for the environment record, parsed and compiled once so that a broken one is refused before
 * a training starts. Draft-07 or 2020-12 (also where `$schema` is missing); no other draft, no remote references.
 */
import { resolve } from 'node:path';
import { isProblem } from '../model/problem.ts';
import { quotedText } from './complaint.ts';
import { type Given, textOf } from './given.ts';

/** The parsed schema; null where none is given (or none that could be read: then there is a complaint). */
export async function readEnvironmentSchema(given: Given): Promise<unknown> {
  const written = textOf(given.value('environment-schema'));
  if (written === null) return null;
  const complain = (message: string): null => {
    given.complain('environment-schema', [], `${quotedText(written)} ${message}`);
    return null;
  };
  let text: string | null;
  try {
    text = given.host.readFile(resolve(given.host.cwd, written));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return complain(`cannot be read: ${error.message.replace(/\.$/, '')}`);
  }
  if (text === null) return complain('does not exist; expected a JSON Schema');
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return complain(`is not JSON (${error instanceof Error ? error.message : 'unknown fault'})`);
  }
  // Loaded only here: few bring a schema of their own.
  const { environmentSchemaProblem } = await import('./environment-schema-problem.ts');
  const problem = environmentSchemaProblem(schema);
  return problem === null ? schema : complain(problem);
}
