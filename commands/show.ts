// Shows one fact by its id; reached by buttons, which keep the question that led to it.

import { z } from 'zod';
import { defineCommand, factReply } from '#bot';

export default defineCommand({
  options: z.object({ fact: z.string(), question: z.string().optional() }),
  run: ({ fact, question }, { desk }) => ({
    ...factReply(desk, fact, question),
    ...(question && { asked: { question, answered: true } }),
  }),
});
