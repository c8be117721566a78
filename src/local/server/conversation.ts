// What people do without the bot, as far as their permissions go: post, read, delete, dismiss and pin messages.
import { type Message, MessageFlag } from './message.ts';
import { type Messages, maxPins } from './message-store.ts';
import { Refused } from './options.ts';
import { Permission, type PermissionName, type Permissions } from './permissions.ts';
import { allPlaces, type Person, type Place, type World } from './world.ts';
import { personJson } from './world-json.ts';

/**
 * A message as it stands now.
 * @throws Refused when it is gone or the person does not see it
 */
export function seenMessage(messages: Messages, person: Person, message: Message): Message {
  const now = messages.find(message.channel_id, message.id);
  if (!now || !messages.isSeenBy(person.id, now)) throw new Refused('This message is not there any more.');
  return now;
}

/**
 * Creates the actions that need no bot.
 * @param parts the stores they act on; `exists` says whether a place still exists
 */
export function createConversation(parts: {
  world: World;
  permissions: Permissions;
  messages: Messages;
  exists: (place: Place) => boolean;
}) {
  const { world, permissions, messages } = parts;
  const may = (person: Person, place: Place, name: PermissionName) =>
    !place.guild || (permissions.of(person.id, person.role, place.id) & Permission[name]) !== 0n;
  const placeOf = (message: Message): Place =>
    allPlaces(world).find(({ id }) => id === message.channel_id) as Place;
  const seen = (person: Person, message: Message) => seenMessage(messages, person, message);

  return {
    say(person: Person, place: Place, text: string, more?: Partial<Message>): Message {
      if (!parts.exists(place) || place.kind === 'forum') throw new Refused('Nothing can be posted here.');
      if (!may(person, place, place.parent ? 'SendMessagesInThreads' : 'SendMessages'))
        throw new Refused('You do not have permission to send messages in this channel.');
      if ((text.trim().length === 0 && !more) || text.length > 2000)
        throw new Refused('A message has 1 to 2,000 characters.');
      return messages.post(place, personJson(person), { content: text }, more);
    },
    messages: (person: Person, place: Place): readonly Message[] =>
      parts.exists(place) && may(person, place, 'ViewChannel') ? messages.seenBy(person.id, place.id) : [],
    dismiss(person: Person, message: Message): void {
      const own = seen(person, message);
      if (!(own.flags & MessageFlag.Ephemeral)) throw new Refused('Only a private message can be dismissed.');
      messages.remove(own);
    },
    remove(person: Person, message: Message): void {
      const now = seen(person, message);
      if (now.author.id !== person.id && !may(person, placeOf(now), 'ManageMessages'))
        throw new Refused('You do not have permission to delete this message.');
      messages.remove(now);
    },
    pin(person: Person, message: Message, pinned: boolean): void {
      const now = seen(person, message);
      if (now.flags & MessageFlag.Ephemeral || !may(person, placeOf(now), 'PinMessages'))
        throw new Refused('You do not have permission to pin this message.');
      if (pinned && messages.pins(now.channel_id).length >= maxPins)
        throw new Refused(`${maxPins} messages are pinned here.`);
      if (pinned) messages.pin(now, personJson(person));
      else messages.unpin(now);
    },
    pins: (place: Place): readonly Message[] => messages.pins(place.id).map(({ message }) => message),
    fillPins(place: Place, count: number): void {
      const by = personJson(world.people.max);
      for (let pinned = messages.pins(place.id).length; pinned < count; pinned += 1)
        messages.pin(messages.post(place, by, { content: `Earlier note ${pinned + 1}` }), by);
    },
  };
}
