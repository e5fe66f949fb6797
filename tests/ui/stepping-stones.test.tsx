import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { SteppingStones, type Stone } from '../../src/ui/SteppingStones.tsx';
import '../../src/app/app.css';

afterEach(cleanup);

const states = ['done', 'next', 'later', 'late'] as const;
const stones: Stone[] = states.map((state) => ({
  key: state,
  state,
  day: '25',
  title: `Title ${state}`,
  texts: [`Text ${state}`, 'One more'],
}));

const stoneOf = (state: Stone['state']) => {
  const stone = screen.getAllByRole('listitem')[states.indexOf(state)];
  if (!stone) throw new Error('There is no such stone.');
  return stone;
};
const picture = (state: Stone['state']) => stoneOf(state).querySelector('svg');

describe('each stone', () => {
  test('stands in a list, with its words to be read', () => {
    render(<SteppingStones stones={stones} />);
    expect(screen.getByRole('list').tagName).toBe('OL');
    for (const state of states) {
      expect(within(stoneOf(state)).getByRole('heading', { level: 2 }).textContent).toBe(`Title ${state}`);
      expect(within(stoneOf(state)).getByText(`Text ${state}`)).toBeDefined();
      expect(picture(state)?.getAttribute('aria-hidden')).toBe('true');
    }
  });

  test.each([
    ['done', { tick: true, day: undefined }],
    ['next', { tick: false, day: '25' }],
    ['later', { tick: false, day: '' }],
    ['late', { tick: false, day: '25' }],
  ] as const)('that is %s carries %o', (state, { tick, day }) => {
    render(<SteppingStones stones={stones} />);
    expect(picture(state)?.querySelector('.stone-tick') !== null).toBe(tick);
    expect(picture(state)?.querySelector('text')?.textContent).toBe(day);
  });

  test('differs from every other in more than its colour', () => {
    render(<SteppingStones stones={stones} />);
    const looks = states.map((state) => {
      const shape = picture(state)?.querySelector('.stone-shape');
      if (!shape) throw new Error('There is no shape.');
      const { strokeDasharray, strokeWidth, strokeLinejoin, transform, d } = getComputedStyle(
        shape,
      ) as CSSStyleDeclaration & {
        d: string;
      };
      const marks = [picture(state)?.querySelector('.stone-tick') !== null, picture(state)?.textContent?.trim()];
      return JSON.stringify([strokeDasharray, strokeWidth, strokeLinejoin, transform, d, marks]);
    });
    expect(new Set(looks).size).toBe(states.length);
  });
});
