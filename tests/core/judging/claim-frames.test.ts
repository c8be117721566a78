// What people put around a claim, and what it does to the claim.
import { describe, expect, test } from 'vitest';
import { takeOffFrame } from '../../../src/core/judging/claim-frames.ts';

const CLAIM = 'the mill closed in June';

test.each([
  'No doubt about it, ...',
  "it's true that ...",
  "There's no denying that ...",
  'Nobody disputes that ...',
  "I can't believe ...",
  "don't forget, ...",
  'believe it or not, ...',
  'Contrary to popular belief, ...',
  '...',
])('asserts it: %s', (frame) => {
  expect(takeOffFrame(frame.replace('...', CLAIM))).toEqual({ text: CLAIM, stance: 'asserts' });
});

test.each(['It is a myth that ...', "there's no evidence that ...", 'No one ever said that ...'])(
  'negates it: %s',
  (frame) => {
    expect(takeOffFrame(frame.replace('...', CLAIM))).toEqual({ text: CLAIM, stance: 'negates' });
  },
);

test.each([
  'no way ...',
  'Like hell ...',
  "you're making it up that ...",
  'stop pretending ...',
  '... my foot',
  '...? Yeah right.',
  '... - NOT!',
  '...? Nope.',
])('denies it: %s', (frame) => {
  expect(takeOffFrame(frame.replace('...', CLAIM))).toEqual({ text: CLAIM, stance: 'denies' });
});

test.each([
  'As if ...',
  'if only ...',
  'who says ...',
  'I doubt ...',
  "We don't buy that ...",
  "don't tell me ...",
  'suppose ...',
  "it's doubtful whether ...",
  'No way, ...',
  'Yeah right, ...',
])('withholds whether it is so: %s', (frame) => {
  expect(takeOffFrame(frame.replace('...', CLAIM))).toEqual({ text: CLAIM, stance: 'withholds' });
});

describe('what only looks like a frame stays', () => {
  test.each([
    'There is no way out of the contract',
    'no way left to save the mill',
    'It is then for the board to decide or not.',
    'Say what you like about the board, it paid',
    'Well-known millers left',
    'Yes, it might.',
    'as if',
  ])('%s', (text) => {
    expect(takeOffFrame(text)).toEqual({ text, stance: 'asserts' });
  });
});
