/**
 * The pure bot, and the one door for commands/, imported as "#bot".
 *
 * What an adapter to a chat service does with it:
 * - Register: for each of `bot.commands`, one slash command if it has a `description` (its name is the key, its options
 *   those of the zod object in order, autocomplete where `suggest` has the option), and one message command if it has
 *   `onMessage`. One without either is reached by buttons alone. One with `subcommands` has these in place of options.
 * - A typed command: `bot.respond({ command, options, member, place })`, the subcommand after the command's name and a
 *   space, leaving out options that were not given.
 * - A pressed button: `decode(customId, readQuestion)`, where readQuestion is the text of the question block on that
 *   message with the escaping taken off again; undefined -> show `outdated()` asEphemeral; else respond as above.
 * - While typing: `bot.suggest({ command, option, typed })`; what comes back may be a choice's value or its name.
 * - Show a reply: blocks in order, every text escaped, nobody pinged, each button's custom id by `encode`. Join
 *   adjacent texts: a reply's blocks may be more than 40. `fitBlocks` leaves out what one message cannot carry.
 *   A picture block is an image of its own with `altText` as its description, or is left out.
 *   A reply without an `act` goes to the asker alone, as a new private message.
 * - `act.kind === 'share'`: the press on a private message's Share button. First put `act.instead` on that private
 *   message, then post the reply itself in the channel (both can be done with the interaction: an update, then a
 *   public follow-up). It carries "Shared by ..." and a Remove button that remembers its asker. A share that is
 *   no longer possible comes back as a private reply without an act.
 * - `act.kind === 'post'`: post the reply in the channel. What was posted or shared there a few minutes ago under the same
 *   `subject` is not posted again: show `justPosted(link)` asEphemeral.
 * - `act.kind === 'remove'`: delete the message whose button was pressed. Whether the member may is decided already;
 *   one who may not gets a private reply without an act.
 * - `act.kind === 'publish'` or `'unpublish'`: the reply becomes, or stops being, the one pinned summary of the channel.
 *   It is known by its author and by its stamp, and is up to date when that stamp is the reply's own.
 * - An exception from `respond` is a fault of the program, to be caught in one place.
 */
export type { Answer, Candidate, Correction, Found, Suggestion } from '../core/answer.ts';
export type { Desk } from '../core/desk.ts';
export type { Verdict } from '../core/judging/verdict.ts';
export { factOf, type Knowledge } from '../core/knowledge/parse.ts';
export type { Article, Citation, Fact, Party, Quotation, Value } from '../core/knowledge/schema.ts';
export { answerBlocks, answerReply, factReply } from './answer-reply.ts';
export { describeAttribution, describeStatus } from './attribution.ts';
export { askButton, asOf, capitalize, citationBlocks, factButton, quoteBlock } from './blocks.ts';
export { type Bot, createBot, type Request, type Typing } from './bot.ts';
export {
  byTypedName,
  type Choice,
  type Command,
  type CommandGroup,
  type Commands,
  type Context,
  defineCommand,
  defineCommandGroup,
  type Member,
  type Options,
} from './command.ts';
export { type DatedEvent, datedEvents, timelineOf } from './dated-events.ts';
export { deidentify, type UnansweredLog, type UnansweredQuestion } from './deidentify.ts';
export { filterChoices, type SearchableChoice } from './filter-choices.ts';
export { fitBlocks } from './fit-message.ts';
export { groupUnanswered, type UnansweredGroup } from './group-unanswered.ts';
export { knowledgeStamp } from './knowledge-stamp.ts';
export { memberOption } from './member-option.ts';
export { altText, type BarGroup, type Bars, type Picture, type Timeline } from './picture-content.ts';
export { answerText, toPlainText } from './plain-text.ts';
export { justPosted, postReply } from './post.ts';
export { type Act, type Block, type Button, notice, outdated, type Reply } from './reply.ts';
export { shorten } from './shorten.ts';
export { decode, encode, type StoredRequest } from './stored-request.ts';
export { SECTIONS, summaryBlocks } from './summary-blocks.ts';
export type { ReadPart, TargetMessage, UnreadPart } from './target-message.ts';
export { formatDate, formatNumber, formatTime } from './values.ts';
export { verdictBlocks, verdictReply } from './verdict-reply.ts';
export { NOT_SAID, type VoteCell, type VoteRow, voteBars, voteTable } from './vote-table.ts';
