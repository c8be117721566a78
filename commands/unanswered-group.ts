// The YAML to paste for one group of unanswered questions. It is behind a button below the list of groups.
import { z } from 'zod';
import { defineCommand, groupUnanswered, notice } from '#bot';

/** Wordings whose YAML fits one message. */
const WORDINGS = 12;

export default defineCommand({
  requires: 'ManageMessages',
  takesLong: true,
  options: z.object({ group: z.string() }),
  async run({ group: key }, { desk, unanswered, serverId = '' }) {
    const groups = unanswered ? await groupUnanswered(await unanswered.entriesOf(serverId), desk) : [];
    const group = groups.find((one) => one.key === key);
    if (!group?.paste)
      return notice("There is nothing left to paste for this group. /unanswered shows today's list.");
    const { place, count, snippet } = group.paste;
    return {
      blocks: [
        { kind: 'lead', text: group.title },
        {
          kind: 'code',
          caption: `For the curators of the knowledge. Paste into ${place}:`,
          text: snippet(WORDINGS),
        },
        ...(count > WORDINGS
          ? [{ kind: 'note' as const, text: `The ${WORDINGS} most frequent of ${count} new wordings.` }]
          : []),
      ],
      shareable: false,
    };
  },
});
