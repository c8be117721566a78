// The answer to a plain message in a direct message with the bot, which is not read. No command leads to it.
import { z } from 'zod';
import { defineCommand, exampleButtons } from '#bot';

export default defineCommand({
  options: z.object({}),
  run: (_, { desk }) => ({
    blocks: [
      { kind: 'text', text: "I don't read messages. Type /ask and your question, or choose one of these:" },
    ],
    buttons: exampleButtons(desk),
    shareable: false,
  }),
});
