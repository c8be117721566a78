// The questions of a server that got no answer, for its moderators: the most frequent first, a few groups a page.
import { z } from 'zod';
import {
  type Block,
  type Button,
  defineCommand,
  formatDate,
  groupUnanswered,
  notice,
  shorten,
  type UnansweredGroup,
} from '#bot';

/** Groups on a page, wordings of a group, and UTF-16 code units of a wording: as many as fit one message. */
const GROUPS = 5;
const WORDINGS = 3;
const LENGTH = 120;

export default defineCommand({
  description: "What members of this server asked that I couldn't answer",
  requires: 'ManageMessages',
  takesLong: true,
  inPlace: true,
  options: z.object({
    page: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'The page is a number, such as 2.')
      .optional()
      .describe('Which page; the first one by default'),
  }),
  async run({ page = '1' }, { desk, unanswered, serverId = '' }) {
    if (!unanswered)
      return notice(
        'I keep no list of unanswered questions. The operator of this bot can turn it on with UNANSWERED_LOG.',
      );
    const groups = await groupUnanswered(await unanswered.entriesOf(serverId), desk);
    if (groups.length === 0)
      return notice(`No question in this server went unanswered in the last ${unanswered.days} days.`);
    const pages = Math.ceil(groups.length / GROUPS);
    const current = Math.min(Number(page), pages);
    const start = (current - 1) * GROUPS;
    const shown = groups
      .slice(start, start + GROUPS)
      .map((group, i) => ({ ...group, number: start + i + 1 }));
    const asked = groups.reduce((sum, { times }) => sum + times, 0);
    return {
      blocks: [
        { kind: 'heading', text: "Questions I couldn't answer" },
        {
          kind: 'text',
          text: `In this server, in the last ${unanswered.days} days: ${said(asked)} in ${groups.length === 1 ? 'one group' : `${said(groups.length)} groups`}, the most frequent first. Page ${said(current)} of ${said(pages)}.`,
        },
        ...shown.flatMap(groupBlocks),
      ],
      buttons: [
        ...shown.flatMap(({ key, number, paste }) => (paste ? [yamlButton(key, number)] : [])),
        ...(current > 1 ? [pageButton('Previous page', current - 1)] : []),
        ...(current < pages ? [pageButton('Next page', current + 1)] : []),
      ],
      shareable: false,
    };
  },
});

function groupBlocks({
  number,
  title,
  wordings,
  times,
  last,
  paste,
}: UnansweredGroup & { number: number }): Block[] {
  const more = wordings.length - WORDINGS;
  return [
    { kind: 'lead', text: `${number}. ${title}` },
    {
      kind: 'list',
      items: wordings
        .slice(0, WORDINGS)
        .map(({ question, times }) => `${said(times)} × ${shorten(question, LENGTH)}`),
    },
    {
      kind: 'note',
      text: [
        `Asked ${times === 1 ? 'once, on' : `${said(times)} times, last on`} ${formatDate(last)}.`,
        ...(more > 0 ? [`${said(more)} more ${more === 1 ? 'wording' : 'wordings'}.`] : []),
        ...(paste ? [] : ['The knowledge has these wordings already.']),
      ].join(' '),
    },
  ];
}

/** A count with commas: "49,999". */
const said = (count: number): string => count.toLocaleString('en-US');

const yamlButton = (group: string, number: number): Button => ({
  label: `YAML for ${number}`,
  request: { command: 'unanswered-group', options: { group } },
});

const pageButton = (label: string, page: number): Button => ({
  label,
  request: { command: 'unanswered', options: { page: String(page) } },
});
