// Checks what a visitor does on the page, and does it at the local Discord.
import { z } from 'zod';
import { type LocalDiscord, type Message, type Outcome, Refused } from '../server/index.ts';
import { type Standpoint, standpoint } from './view.ts';

const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const message = z.string();

const Action = z.intersection(
  z.object({ as: z.string(), in: z.string() }),
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('run'), command: z.string(), options }),
    z.object({ do: z.literal('complete'), command: z.string(), options, focused: z.string() }),
    z.object({ do: z.literal('runOnMessage'), command: z.string(), message }),
    z.object({ do: z.literal('press'), message, customId: z.string() }),
    z.object({ do: z.literal('select'), message, customId: z.string(), values: z.array(z.string()) }),
    z.object({ do: z.literal('say'), text: z.string() }),
    z.object({ do: z.literal('dismiss'), message }),
    z.object({ do: z.literal('remove'), message }),
    z.object({ do: z.literal('pin'), message, pinned: z.boolean() }),
    z.object({ do: z.literal('wire'), message }),
  ]),
);
export type Action = z.infer<typeof Action>;

/** The result of an action: a notice to show, or null, and what was asked for. */
export interface ActionResult {
  /** True if the person's own client refused, so that nothing was sent. */
  refused: boolean;
  notice: string | null;
  choices?: readonly { name: string; value: string | number }[];
  wire?: ReturnType<LocalDiscord['wireOf']>;
}

/** Does an action that is given as JSON. The status is 400 if it is not an action. */
export type Act = (json: string) => Promise<{ status: number; result: ActionResult }>;

/** Creates the function that does actions. */
export function createActions(local: LocalDiscord): Act {
  return async (json) => {
    const action = Action.safeParse(parse(json));
    if (!action.success)
      return { status: 400, result: { refused: true, notice: z.prettifyError(action.error) } };
    try {
      const result = await perform(local, action.data, standpoint(local, action.data.as, action.data.in));
      return { status: 200, result: { refused: false, notice: null, ...result } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: 200, result: { refused: true, notice: error.message } };
    }
  };
}

async function perform(
  local: LocalDiscord,
  action: Action,
  { person, place }: Standpoint,
): Promise<Partial<ActionResult>> {
  const seen = (id: string): Message => {
    const found = local.messages(person, place).find((one) => one.id === id);
    if (!found) throw new Refused('This message is not there any more.');
    return found;
  };
  switch (action.do) {
    case 'run':
      return told(await local.run(person, place, action.command, action.options));
    case 'complete':
      return local.complete(person, place, action.command, action.options, action.focused).then(
        (choices) => ({ choices }),
        (error: Error) => ({ notice: error.message }),
      );
    case 'runOnMessage':
      return told(await local.runOnMessage(person, place, action.command, seen(action.message)));
    case 'press':
      return told(await local.press(person, seen(action.message), action.customId));
    case 'select':
      return told(await local.select(person, seen(action.message), action.customId, action.values));
    case 'say':
      local.say(person, place, action.text);
      return {};
    case 'dismiss':
      local.dismiss(person, seen(action.message));
      return {};
    case 'remove':
      local.remove(person, seen(action.message));
      return {};
    case 'pin':
      local.pin(person, seen(action.message), action.pinned);
      return {};
    case 'wire':
      return { wire: local.wireOf(seen(action.message)) };
  }
}

const told = ({ status, notice }: Outcome): Partial<ActionResult> => ({
  refused: status === 'rejected',
  notice,
});

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
