// The fault table as Markdown, and its place in a document.

/** One row: the fault, what was seen, and whether that is as it should be. */
export const rowOf = (fault: string, seen: string, verdict: 'ok' | 'wrong'): string =>
  `| ${[fault, seen, verdict].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const HEAD = ['| fault | what is seen | |', '| --- | --- | --- |'];

/** Between these two lines, the table is written anew. */
const BEGIN = '<!-- written by npm run faults -->';
const END = '<!-- end of what npm run faults wrote -->';

/** A document with the table in its place. @throws {Error} if the document has no place for it */
export function insertTable(document: string, rows: readonly string[]): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The document needs the lines "${BEGIN}" and "${END}".`);
  return `${document.slice(0, begin)}${[BEGIN, '', ...HEAD, ...rows, '', END].join('\n')}${document.slice(end + END.length)}`;
}

/** The rows of the table in a document, by their fault. */
export const rowsIn = (document: string): Map<string, string> =>
  new Map(
    document
      .split('\n')
      .filter((line) => / \| (?:ok|wrong) \|$/.test(line))
      .map((line) => [(line.slice(2).split(' | ')[0] ?? '').replaceAll('\\|', '|'), line]),
  );
