// Shows one fact by its id. It is behind buttons, which keep the question that led to the fact.
import { z } from 'zod';
import { defineCommand, factReply } from '#bot';

export default defineCommand({
  options: z.object({ fact: z.string(), question: z.string().optional() }),
  run: ({ fact, question }, { desk }) => ({
    ...factReply(desk, fact, question),
    ...(question && { memberQuestion: question }),
  }),
});
