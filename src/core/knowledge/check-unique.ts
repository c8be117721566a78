// Checks that no id, no wording and no figure of a comparison appears twice.
import { wordingKey } from '../text/tokens.ts';
import { isCommon, type KnowledgeFile, type Report } from './knowledge-file.ts';
import { KINDS_OF_WORDING } from './prefer-own.ts';
import { placeOf, type RecordInFile, type Records } from './records.ts';

/**
 * Reports every id and every wording that appears twice. A file whose ids are all taken is reported once, as a copy.
 * The questions of drafts are not checked, since they belong to nobody yet.
 */
export function checkUnique({ facts, drafts, gaps, wordings }: Records, report: Report): void {
  const taken = new Set([
    ...reportTwice(
      [...facts, ...drafts, ...gaps],
      report,
      (id, at) => `the id "${id}" is taken already, at ${at}`,
    ),
    // A common gap may have wordings of the folder's own too.
    ...[true, false].flatMap((common) =>
      reportTwice(
        wordings.filter(({ file }) => isCommon(file) === common),
        report,
        (id, at) => `"${id}" has its wordings in ${at} already`,
      ),
    ),
  ]);
  const owners = new Map<string, Omit<RecordInFile<unknown>, 'record'>>();
  function claim(
    wording: string,
    { file, id, keys }: RecordInFile<unknown>,
    more: readonly PropertyKey[],
  ): void {
    const place = { file, id, keys: [...keys, ...more] };
    const key = wordingKey(wording);
    const owner = owners.get(key);
    if (!owner) owners.set(key, place);
    else if (owner.id === id)
      report(file, place.keys, `"${wording}" appears twice, also at ${placeOf(owner)}`);
    else report(file, place.keys, `"${wording}" belongs to "${owner.id}" already, at ${placeOf(owner)}`);
  }

  // A record with a taken id is mostly a copy: all its wordings would be reported too.
  for (const placed of [...facts, ...gaps])
    if (!taken.has(placed))
      for (const [i, question] of placed.record.questions.entries())
        claim(question, placed, ['questions', i]);
  for (const placed of wordings)
    if (!taken.has(placed))
      for (const kind of KINDS_OF_WORDING)
        for (const [i, wording] of placed.record[kind].entries()) claim(wording, placed, [kind, i]);
}

/**
 * Reports a second figure for the same measure in the same column or period, because a comparison could show only one
 * of them.
 */
export function checkFigures({ articles, facts }: Records, report: Report): void {
  const own = articles[0]?.record.periods[0]?.id;
  const owners = new Map<string, Pick<RecordInFile<unknown>, 'file' | 'keys'>>();
  for (const { file, keys, record } of facts)
    for (const [i, value] of record.values.entries()) {
      if (value.kind !== 'number' || value.measure === undefined) continue;
      const where = value.column ?? value.period ?? record.period ?? own;
      const place = { file, keys: [...keys, 'values', i] };
      const key = JSON.stringify([value.measure, where]);
      const owner = owners.get(key);
      if (owner)
        report(
          file,
          place.keys,
          `"${value.measure}" has a figure${where === undefined ? '' : ` for "${where}"`} already, at ${placeOf(owner)}`,
        );
      else owners.set(key, place);
    }
}

/** @returns the records whose ids are taken */
function reportTwice(
  all: readonly RecordInFile<unknown>[],
  report: Report,
  what: (id: string, at: string) => string,
): RecordInFile<unknown>[] {
  const owners = new Map<string, RecordInFile<unknown>>();
  const twice = new Map<KnowledgeFile, { placed: RecordInFile<unknown>; owner: RecordInFile<unknown> }[]>();
  for (const placed of all) {
    const owner = owners.get(placed.id);
    if (owner) twice.set(placed.file, [...(twice.get(placed.file) ?? []), { placed, owner }]);
    else owners.set(placed.id, placed);
  }
  for (const [file, pairs] of twice) {
    const [other, ...others] = new Set(pairs.map(({ owner }) => owner.file));
    const own = all.filter((placed) => placed.file === file).length;
    if (other && other !== file && others.length === 0 && pairs.length === own && own > 1)
      report(file, [], `is a copy of ${other.path}: its ${own} ids are there too; delete one of the two`);
    else for (const { placed, owner } of pairs) report(file, placed.keys, what(placed.id, placeOf(owner)));
  }
  return [...twice.values()].flat().map(({ placed }) => placed);
}
