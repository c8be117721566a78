// The unanswered questions, for the curators of the knowledge: the most frequent first, with YAML to paste.
import { z } from 'zod';
import { defineCommand, groupUnanswered, notice } from '#bot';

/** Groups, and wordings of each, that fit one message together with their YAML. */
const GROUPS = 5;
const WORDINGS = 5;

export default defineCommand({
  description: 'What members asked that I could not answer',
  requires: 'ManageMessages',
  options: z.object({}),
  async run(_, { desk, unanswered }) {
    if (!unanswered)
      return notice(
        'I keep no list of unanswered questions. The operator of this bot can turn it on with UNANSWERED_LOG.',
      );
    const groups = groupUnanswered(await unanswered.entries(), desk);
    if (groups.length === 0)
      return notice(`No question was left unanswered in the last ${unanswered.days} days.`);
    return {
      blocks: [
        { kind: 'heading', text: 'Unanswered questions' },
        ...groups.slice(0, GROUPS).flatMap(({ title, place, times, last, wordings, snippet }) => [
          { kind: 'lead' as const, text: `${times} × ${title}` },
          {
            kind: 'list' as const,
            items: wordings.slice(0, WORDINGS).map(({ question, times }) => `${times} × ${question}`),
          },
          { kind: 'note' as const, text: `Last asked on ${last}. Paste into ${place}:` },
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
