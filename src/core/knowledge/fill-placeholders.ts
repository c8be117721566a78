// Fills the placeholders in the texts of gaps, so that a gap that is the same for every article can name this one.
import type { Report } from './knowledge-file.ts';
import { openingQuestions } from './opening-questions.ts';
import type { RecordInFile, Records } from './records.ts';
import type { Article, Gap } from './schema.ts';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const SENTENCE_END = /(?<=[.!?])\s+/;

/**
 * Fills the placeholders of all gaps. One that does not exist is reported. The examples take turns; in a folder without
 * facts there are none, and sentences that name one are left out.
 */
export function fillPlaceholders(
  gaps: readonly RecordInFile<Gap>[],
  article: Article,
  facts: Records['facts'],
  report: Report,
): RecordInFile<Gap>[] {
  const examples =
    article.examples ?? openingQuestions(facts.map(({ record }) => record)).map(({ question }) => question);
  let next = 0;
  const values = new Map<string, () => string | undefined>(
    Object.entries({
      about: () => article.about ?? article.subject,
      bot: () => article.bot,
      publisher: () => article.publisher,
      example() {
        const example = examples[next % examples.length];
        next += 1;
        return example && withMark(example);
      },
    }),
  );
  const fill = (sentence: string): string[] => {
    let lacks = false;
    const filled = sentence.replace(PLACEHOLDER, (_, name: string) => {
      const value = values.get(name)?.();
      lacks ||= value === undefined;
      return value ?? '';
    });
    return lacks ? [] : [filled];
  };
  return gaps.map((gap) => {
    const { says } = gap.record;
    for (const [placeholder, name = ''] of says.matchAll(PLACEHOLDER))
      if (!values.has(name))
        report(
          gap.file,
          [...gap.keys, 'says'],
          `"${placeholder}" is not a placeholder; there are ${[...values.keys()]
            .map((one) => `{${one}}`)
            .join(', ')}`,
        );
    return { ...gap, record: { ...gap.record, says: says.split(SENTENCE_END).flatMap(fill).join(' ') } };
  });
}

const withMark = (question: string) => (/[.!?]$/.test(question) ? question : `${question}?`);
