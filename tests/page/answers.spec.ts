// A visitor asks, shares and removes, with the mouse and with the keyboard alone; others see what is meant for them.
import { expect, test } from 'vitest';
import { box, newest, stage } from './stage.ts';

const { open, ...on } = stage();
void on;

test('an example of the greeting gets a cited answer with one click', async () => {
  const page = await open('mia');
  const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button');
  expect(await examples.count()).toBe(3);
  await examples.first().click();
  await newest(page).getByText('Mia used /ask').waitFor();
  const answer = await newest(page).textContent();
  expect(answer).toMatch(/Paragraph \d+: “/);
  expect(answer).toContain('Only you can see this');
});
