// What members asked in vain, for those who look after the knowledge: the most asked first, with YAML to paste.

import { z } from 'zod';
import { defineCommand, groupUnanswered, notice } from '#bot';

/** As many as one message can show with their YAML. */
const GROUPS = 5;
const WORDINGS = 5;

export default defineCommand({
  description: 'What members asked that I could not answer',
  requires: 'ManageMessages',
  options: z.object({}),
  async run(_, { desk, unanswered }) {
    if (!unanswered)
      return notice(
        'Nothing is kept of what members ask. Whoever runs this bot can turn the list on with UNANSWERED_LOG.',
      );
    const groups = groupUnanswered(await unanswered.entries(), desk);
    if (groups.length === 0) return notice(`Nothing was asked in vain in the last ${unanswered.days} days.`);
    return {
      blocks: [
        { kind: 'heading', text: 'Asked in vain' },
        ...groups.slice(0, GROUPS).flatMap(({ title, place, times, last, wordings, snippet }) => [
          { kind: 'lead' as const, text: `${times} × ${title}` },
          {
            kind: 'list' as const,
            items: wordings.slice(0, WORDINGS).map(({ question, times }) => `${times} × ${question}`),
          },
          { kind: 'note' as const, text: `Last on ${last}. For ${place}:` },
          { kind: 'code' as const, text: snippet(WORDINGS) },
        ]),
        {
          kind: 'note',
          text: `${Math.min(GROUPS, groups.length)} of ${groups.length} groups, of the last ${unanswered.days} days. All of them: npm run unanswered`,
        },
      ],
      shareable: false,
    };
  },
});
