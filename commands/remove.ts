// Deletes a shared answer, for its asker or a moderator. It is behind the button below that answer.
import { z } from 'zod';
import { defineCommand, notice } from '#bot';

export default defineCommand({
  options: z.object({ asker: z.string() }),
  run: ({ asker }, { member }) =>
    member.id === asker || member.moderates
      ? { blocks: [], act: { kind: 'remove' } }
      : notice('Only the member who shared this answer or a moderator can remove it.'),
});
