// The channel's pinned summary of the article: post it, look at it first, bring it up to date, take it away.

import { z } from 'zod';
import { type Button, defineCommand, notice, SECTIONS, summaryBlocks } from '#bot';

const NAMES = Object.keys(SECTIONS);

export default defineCommand({
  description: "This channel's pinned summary of the article",
  only: 'pinners',
  options: z.object({
    action: z.enum(['post', 'preview', 'update', 'remove']).describe('What to do with it'),
    sections: z
      .string()
      .optional()
      .describe(`Which sections, such as: ${NAMES.slice(0, 3).join(', ')}`),
  }),
  suggest: { sections: (typed) => suggestSections(typed).map((name) => ({ name, value: name })) },
  run({ action, sections }, { desk: { knowledge } }) {
    if (action === 'remove') return { blocks: [], act: { kind: 'unpublish' } };
    const chosen = sections === undefined ? NAMES : listed(sections);
    const wrong = chosen.filter((name) => !NAMES.includes(name));
    if (wrong.length > 0 || chosen.length === 0)
      return notice(`There is no section "${wrong.join(', ')}". There are: ${NAMES.join(', ')}.`);

    const kept = NAMES.filter((name) => chosen.includes(name)).join(',');
    const again = (label: string, action: string): Button => ({
      label,
      request: { command: 'summary', options: { action, sections: kept } },
    });
    const blocks = summaryBlocks(knowledge, chosen);
    if (action === 'preview')
      return {
        blocks: [{ kind: 'note', text: 'Preview: only you see it.' }, ...blocks],
        buttons: [again('Post and pin', 'post')],
        shareable: false,
      };
    const more = chosen.flatMap((name) => SECTIONS[name]?.more ?? []);
    return {
      blocks,
      buttons: [
        ...more.map((command) => ({ label: `More: ${command}`, request: { command, options: {} } })),
        again('Update', 'update'),
      ],
      act: { kind: 'publish', asPinned: action === 'update' && sections === undefined },
    };
  },
});

/** The names typed, with commas or spaces between them. */
const listed = (typed: string) =>
  typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** What is typed so far, with each section that may come next. */
function suggestSections(typed: string): string[] {
  const names = listed(typed);
  const last = /[\s,]$/.test(typed) ? '' : (names.pop() ?? '');
  const next = NAMES.filter((name) => name.startsWith(last) && !names.includes(name));
  return next.map((name) => [...names, name].join(', '));
}
