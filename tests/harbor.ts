// A short news article written for the tests, about a harbour, with what drafts have to find in it.

/** The day of the article. */
export const DAY = '2021-06-15';

export const PARAGRAPHS = [
  'The Harbor Workers Association of Port Ellis voted Tuesday to accept a new contract, ending a dispute that began in March 2020.',
  'The association said 82% of the 1,450 members who took part backed the deal. “It is a fair settlement,” said Maria Lopez, who chairs the group. “Nobody got all they wanted!” she added.',
  'According to the port authority, wages will rise 4% a year. The authority, which runs four terminals, called the result “good news for every shipper on this coast.”',
  'Critics argue that the deal costs taxpayers more than $12 million. The mayor has denied that the city “caved in to threats.”',
  'The contract takes effect July 1 unless the council objects. It is the first “no-lockout pact” in the region.',
];

export const TEXT = `${PARAGRAPHS.join('\n\n')}\n`;
