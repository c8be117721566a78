// Takes a shared answer back: its asker or a moderator may; reached by the button under it.

import { z } from 'zod';
import { defineCommand, notice } from '#bot';

export default defineCommand({
  options: z.object({ asker: z.string() }),
  run: ({ asker }, { member }) =>
    member.id === asker || member.moderates
      ? { blocks: [], act: { kind: 'remove' } }
      : notice('Only the member who shared this answer or a moderator can remove it.'),
});
