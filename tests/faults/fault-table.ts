// The fault table as Markdown.

/** One row: the fault, what was seen, and whether that is as it should be. */
export const rowOf = (fault: string, seen: string, verdict: 'ok' | 'wrong'): string =>
  `| ${[fault, seen, verdict].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
