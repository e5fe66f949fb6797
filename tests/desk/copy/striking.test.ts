import { expect, test } from 'vitest';
import { strikerOf, struck } from '../../../src/desk/copy/striking.ts';

test.each([
  ['Sam', 'Sam and SAM, but not Samuel or Balsam.', `${struck} and ${struck}, but not Samuel or Balsam.`],
  ['Sam\nSam Lee', 'Sam  Lee, then Sam.', `${struck}, then ${struck}.`],
  ['Zoë', 'zoë’s brother', `${struck}’s brother`],
  ['Al-Amin (junior)', 'Al-Amin (junior) came.', `${struck} came.`],
  ['\n  \n', 'Nobody is named.', 'Nobody is named.'],
])('of the names %j, %j is left as %j', (names, text, left) => {
  expect(strikerOf(names)(text)).toBe(left);
});
