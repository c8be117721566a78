// The events that clients of the local Discord can listen to.
import type { Command } from './commands.ts';
import type { Message } from './message.ts';
import type { WireEntry } from './wire.ts';
import type { Place } from './world.ts';

export interface LocalEvents {
  /** A message was posted. A private one (flag 64) is for one person: look for it in `messages(person, place)`. */
  message: { message: Message; place: Place };
  edit: { message: Message; place: Place };
  /** A message was deleted or dismissed. */
  delete: { message: Message; place: Place };
  pins: { place: Place };
  commands: { commands: readonly Command[] };
  /** A REST request of the bot arrived; the path is that below `/api/v10`, without tokens. */
  arrival: { method: string; path: string };
  /** It was answered, or an event was sent. */
  wire: WireEntry;
  bot: { online: boolean };
  /** The local Discord stops. */
  close: object;
}

export interface Events {
  emit<E extends keyof LocalEvents>(event: E, what: LocalEvents[E]): void;
  /** Adds a listener. @returns a function that removes it */
  on<E extends keyof LocalEvents>(event: E, listener: (what: LocalEvents[E]) => void): () => void;
}

/** Creates an emitter with any number of listeners. */
export function createEvents(): Events {
  const listeners = new Map<string, Set<(what: never) => void>>();
  return {
    emit(event, what) {
      for (const listener of listeners.get(event) ?? []) listener(what as never);
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => void set.delete(listener);
    },
  };
}
