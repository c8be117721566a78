// The held-out questions and claims of the tests, for benchmarks that need texts by other people.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of each line of `tests/held-out/NAME.jsonl`.
 *
 * @param key the field that contains it
 */
export const heldOut = (name: string, key: string): string[] =>
  readFileSync(join(import.meta.dirname, `../tests/held-out/${name}.jsonl`), 'utf8')
    .split('\n')
    .flatMap((line) => (line ? [JSON.parse(line)[key] as string] : []));
