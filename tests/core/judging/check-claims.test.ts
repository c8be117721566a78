// Checking claims on the small story: what is learned of right and wrong versions, and what is said of a message.
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../../src/core/desk.ts';
import { createSignals } from '../../../src/core/judging/claim-features.ts';
import { contradictionProbability } from '../../../src/core/judging/contradiction.ts';
import { decide } from '../../../src/core/judging/verdict-decision.ts';
import type { VerdictFeatures } from '../../../src/core/judging/verdict-features.ts';
import { factOf, type Knowledge } from '../../../src/core/knowledge/parse.ts';
import type { Wordings } from '../../../src/core/knowledge/schema.ts';
import { decodeModel, encodeModel } from '../../../src/core/model.ts';
import { MAX_CLAIMS, onOneLine, splitClaims } from '../../../src/core/text/claims.ts';
import { fitVerdict, PRECISION, type VerdictTrial } from '../../../src/training/fit-verdict.ts';
import { createExamples, trainContradiction } from '../../../src/training/train-contradiction.ts';
import { knowledge as story } from '../../fixtures.ts';
import { trainHere } from '../../story-desk.ts';

const wordings = new Map<string, Wordings>([
  [
    'yes-share',
    {
      asked: [],
      falsePremise: [],
      supported: [
        '96.3% voted yes',
        'about 96% of the ballots said yes',
        'nearly all voted yes',
        'the yes votes won',
      ],
      contradicted: [
        '80% voted yes',
        'only 12% of the ballots said yes',
        'hardly any voted yes',
        'the yes votes lost',
      ],
      claimed: [],
    },
  ],
  [
    'refusal',
    {
      asked: [],
      falsePremise: [],
      supported: [
        'the studios refused',
        'the studios rejected the demands',
        'a refusal came',
        'all demands were refused',
      ],
      contradicted: [
        'the studios agreed',
        'the studios accepted the demands',
        'an accord came',
        'all demands were accepted',
      ],
      claimed: [],
    },
  ],
  [
    'result-hour',
    {
      asked: [],
      falsePremise: [],
      supported: [],
      contradicted: [],
      claimed: [
        'the result came at noon',
        'it was announced at midnight',
        'the hour was late',
        'they told us at nine',
      ],
    },
  ],
]);
const knowledge: Knowledge = { ...story, wordings };
const model = await trainHere(knowledge);
const desk = createDesk(knowledge, model);

describe('a message is split', () => {
  test('into its sentences, by lines too, leaving out what claims nothing', () => {
    expect(
      splitClaims('Wow! They voted yes at 6 p.m. on Monday. lol.\nthe studios refused\nTalks go on'),
    ).toEqual(['They voted yes at 6 p.m. on Monday.', 'the studios refused.', 'Talks go on']);
  });

  test('the same on one line as on many', () => {
    const message = 'They voted yes\n\nThe studios refused it all, they say\n and nothing more';
    expect(splitClaims(onOneLine(message))).toEqual(splitClaims(message));
  });

  test.each([
    ['> 96.3% of them voted yes', ['96.3% of them voted yes']],
    ['>>> They voted yes\nThe studios refused', ['They voted yes.', 'The studios refused']],
    [
      '> they voted yes\n> > and then talked\n\nnone of that is so',
      ['they voted yes.', 'and then talked.', 'none of that is so'],
    ],
    ['turnout > 60% of members', ['turnout > 60% of members']],
    ['>60% of members voted', ['>60% of members voted']],
  ])('without the marks of quoted lines: %j', (text, claims) => {
    expect(splitClaims(text)).toEqual(claims);
    expect(splitClaims(onOneLine(text))).toEqual(claims);
  });

  test('and stays whole where no sentence is long enough', () => {
    expect(splitClaims('Yes. No.')).toEqual(['Yes. No.']);
  });

  test.each(['', '  \n ', '> ', '>>> \n>'])('and is nothing where there is no text: %j', (text) => {
    expect(splitClaims(text)).toEqual([]);
  });
});

describe('the polarity', () => {
  const read = createSignals(knowledge);
  const fact = factOf(knowledge, 'yes-share');

  test('tells a figure of the fact from another one', () => {
    expect(read('96% voted yes')(fact)).toContain('figure same');
    expect(read('80% voted yes')(fact)).toContain('figure differs');
    expect(read('two days later')(fact)).toContain('figure unrelated');
  });

  test('knows who is said to say so', () => {
    expect(read('the studios say that 96% voted yes')(fact)).toContain('said by studios false');
    expect(read('according to the guild 96% voted yes')(fact)).toContain('said by writers true');
  });

  test('learns what a wrong version looks like, for words it has seen with other facts too', () => {
    const toExample = createExamples(read);
    const examples = [...wordings].flatMap(([id, { supported, contradicted }]) => {
      const of = knowledge.facts.get(id);
      if (!of) return [];
      return [
        ...supported.map((text) => toExample(text, of, false)),
        ...contradicted.map((text) => toExample(text, of, true)),
      ];
    });
    const polarity = trainContradiction(examples);
    expect(contradictionProbability(read('just 40% said yes')(fact), fact, polarity)).toBeGreaterThan(0.5);
    expect(contradictionProbability(read('some 96.3% said yes')(fact), fact, polarity)).toBeLessThan(0.5);
    const { weights, ...rest } = trainContradiction(examples);
    expect(rest).toEqual({ step: polarity.step, bias: polarity.bias });
    expect(Buffer.from(weights).equals(Buffer.from(polarity.weights))).toBe(true);
  });
});

describe('the decision', () => {
  const signs = (...values: number[]): VerdictFeatures => ({ signs: [1, ...values], otherFigure: false });
  const trials: VerdictTrial[] = [0, 1, 2].flatMap((verdict) =>
    Array.from({ length: 40 }, (_, i) => ({
      verdict,
      signs: signs(verdict === 2 ? -4 : 4, verdict === 1 ? 3 - i / 10 : -3 + i / 10),
    })),
  );
  const decision = fitVerdict(trials);

  test('gives each verdict where its signs are', () => {
    expect([signs(4, -3), signs(4, 3), signs(-4, 0)].map((one) => decide(one, decision))).toEqual([0, 1, 2]);
  });

  test('says contradicted so seldom that most are, and where it is not sure, nothing', () => {
    const said = trials.filter((trial) => decide(trial.signs, decision) === 1);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(({ verdict }) => verdict === 1).length / said.length).toBeGreaterThanOrEqual(
      PRECISION,
    );
    expect(decide(signs(4, 3), { ...decision, contradicted: { figure: 0, words: 1 } })).toBeUndefined();
  });

  test('has a threshold of its own for claims with a figure that the fact has otherwise', () => {
    const sure = { ...decision, contradicted: { figure: 0, words: 1 } };
    expect(decide({ ...signs(4, 3), otherFigure: true }, sure)).toBe(1);
  });
});

describe('the desk', () => {
  test('judges claim by claim, in order, at most ten', () => {
    const verdicts = desk.check('The studios refused it. '.repeat(MAX_CLAIMS + 3));
    expect(verdicts).toHaveLength(MAX_CLAIMS);
    expect(new Set(verdicts.map(({ claim }) => claim))).toEqual(new Set(['The studios refused it.']));
  });

  test('finds the gap that a claim falls into, with the nearest facts', () => {
    expect(desk.check('the result came at noon')).toEqual([
      {
        verdict: 'not_in_source',
        claim: 'the result came at noon',
        gap: knowledge.gaps.get('result-hour'),
        nearest: [factOf(knowledge, 'vote-day')],
      },
    ]);
  });

  test('judges the same with the model as it is stored', () => {
    const restored = createDesk(knowledge, decodeModel(encodeModel(model)));
    const text = '80% voted yes. The studios refused. It was announced at midnight. Cats are great pets.';
    expect(restored.check(text)).toEqual(desk.check(text));
  });

  test('without trained verdicts finds nothing in the article', () => {
    const { polarity, verdict, ...untrained } = model;
    expect(polarity && verdict).toBeDefined();
    expect(createDesk(knowledge, untrained).check('96.3% voted yes')[0]?.verdict).toBe('not_in_source');
  });

  test.each(['', '   ', '\n\n', '> '])('has nothing to say of %j', (text) => {
    expect(desk.check(text)).toEqual([]);
  });

  test.each(['???', '🎉'])('finds nothing in %j', (text) => {
    expect(desk.check(text)).toEqual([{ verdict: 'not_in_source', claim: text.trim(), nearest: [] }]);
  });

  test('takes a text of any length', () => {
    expect(desk.check('a'.repeat(7000))).toHaveLength(1);
  });
});
