/**
 * The pure bot, and the one door for commands/, imported as "#bot".
 *
 * What an adapter to a chat service does with it:
 * - Register `bot.offered`: a command with a `description` becomes a slash command of its name, with the options of its
 *   zod object in order, and with autocomplete for the options in `suggest` and `complete`. A command with `onMessage`
 *   becomes a message command. A command with neither is reached by buttons only. A group has subcommands in place of
 *   options.
 * - For a typed command, call `bot.respond({ command, options, member, place })`. A subcommand follows the command's name
 *   and a space. Options that were not given are left out.
 * - For a message command, do the same with the message's text as the option, and the message itself as `target`.
 * - For a pressed button, call `decode(customId, questionOnMessage)`, with the unescaped text of the question block on that
 *   message. If it returns undefined, show `outdated()` in private; else respond as above.
 * - For a menu, do the same with `encodeMenu` and `decodeMenu`, which takes the values that were chosen.
 * - While a member types, call `bot.suggest({ command, option, typed })`. A client may send back a choice's value or name.
 * - Show a reply: the blocks in order, every text escaped, nobody notified, the custom id of each button from `encode`.
 *   Join adjacent texts, since a reply can have more than 40 blocks. `fitBlocks` leaves out what one message cannot hold.
 *   The `tone` of a reply may be a colour. A picture block is an image with `altText` as its description, or is left out.
 *   A reply without an `act` is a new message that only the asker sees. That of a command that is `inPlace` replaces the
 *   private message whose button or menu was used, if it was one.
 * - `act.kind === 'share'` comes from the Share button on a private message. Replace that message by `act.instead`, then
 *   post the reply in the channel. The reply says who shared it, and has a Remove button that remembers its asker.
 *   If nothing can be shared any more, a private reply without an act comes back.
 * - `act.kind === 'post'`: post the reply in the channel. If the same `subject` was posted or shared there a few minutes
 *   ago, show `justPosted(link)` in private instead.
 * - `act.kind === 'remove'`: delete the message whose button was pressed. The bot has checked that the member may.
 * - `act.kind === 'publish'` or `'unpublish'`: the reply becomes the one pinned summary of the channel, or that summary is
 *   deleted. A summary is known by its author and its stamp, and is up to date if its stamp is that of the reply. With a
 *   `channelId` that is done in another channel of the same server: check there what the member and the bot may do.
 * - `act.kind === 'ask before'`: show the reply as one without an act, but look first whether what is `next` can be done
 *   in that channel. If it cannot, say why: above a summary to look at, in the place of a question.
 * - Before a command that `takesLong`, tell the service that the reply comes later.
 * - An exception from `respond` is a fault of the program. Catch it in one place.
 */
export type { Answer, Candidate, Found } from '../core/asking/answer.ts';
export type { Desk } from '../core/desk.ts';
export type { Correction } from '../core/judging/correction.ts';
export type { Verdict } from '../core/judging/verdict.ts';
export { factOf, type Knowledge } from '../core/knowledge/parse.ts';
export type { Article, Citation, Fact, Party, Quotation, Value } from '../core/knowledge/schema.ts';
export type { Section, View } from '../core/knowledge/view-schema.ts';
export { answerBlocks, answerCitations, answerReply, factReply, sentence } from './answer-reply.ts';
export { describeAttribution, describeStatus, NOT_SAID, withStatus } from './attribution.ts';
export {
  asOf,
  capitalize,
  citationBlocks,
  contactBlocks,
  exampleButtons,
  factButton,
  inChannel,
  questionBlock,
  quoteBlock,
} from './blocks.ts';
export { type Bot, createBot, type Kept, type Request, type Typing } from './bot.ts';
export { claimList } from './claim-list.ts';
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
export { commandList } from './command-list.ts';
export { comparisonBars, comparisonTable } from './comparison.ts';
export { datedEvents, describeEvent, type TimelineEvent, timelineOf } from './dated-events.ts';
export { deidentify } from './deidentify.ts';
export { exampleQuestions } from './example-questions.ts';
export { filterChoices, type SearchableChoice } from './filter-choices.ts';
export { fitBlocks } from './fit-message.ts';
export { groupUnanswered, type UnansweredGroup } from './group-unanswered.ts';
export { hasWords } from './has-words.ts';
export type { Host } from './host.ts';
export { inShort, tellAlone } from './in-short.ts';
export { channelOption, memberOption, storedOption } from './option-types.ts';
export { inPieces } from './others-turn.ts';
export { altText, type BarGroup, type Bars, type Picture, type Timeline } from './picture-content.ts';
export { answerText, toPlainText } from './plain-text.ts';
export { justPosted, postReply } from './post.ts';
export {
  type Act,
  type Block,
  type Button,
  citedFacts,
  type Menu,
  notice,
  type Outcome,
  outdated,
  type Reply,
  type Tone,
} from './reply.ts';
export { replyByParts } from './reply-by-parts.ts';
export { sectionContent } from './section-content.ts';
export { createSharingSwitch, type SharingSwitch } from './sharing-switch.ts';
export { shorten } from './shorten.ts';
export { decode, decodeMenu, encode, encodeMenu, type StoredRequest } from './stored-request.ts';
export { standardPictures, summaryBlocks } from './summary-blocks.ts';
export { chosenSections, nameSections, summarySections } from './summary-sections.ts';
export type { ReadPart, TargetMessage, UnreadPart } from './target-message.ts';
export {
  type Asker,
  type Listing,
  type UnansweredLog,
  type UnansweredQuestion,
  unansweredIn,
} from './unanswered-list.ts';
export { formatDate, formatNumber, formatTime } from './values.ts';
export { overallVerdict, verdictReply, verdictText } from './verdict-reply.ts';
export { offeredCommands, withViews } from './view-commands.ts';
