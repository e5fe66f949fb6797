import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Title } from '../../src/ui/Title.tsx';

afterEach(cleanup);

const title = () => screen.getByRole('heading', { level: 1 });

test('a screen that has just replaced another begins at its title', () => {
  const { rerender } = render(<Title text="First" takesFocus />);
  expect(document.activeElement).toBe(title());
  title().blur();
  rerender(<Title text="Second" takesFocus />);
  expect(document.activeElement).toBe(title());
});

test('the first screen leaves the focus where it is', () => {
  render(<input />);
  screen.getByRole('textbox').focus();
  render(<Title text="First" takesFocus={false} />);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

test('drawn again with the same words, it takes nothing from whoever has moved on', () => {
  const screenOf = () => (
    <>
      <Title text="Same" takesFocus />
      <input />
    </>
  );
  const { rerender } = render(screenOf());
  screen.getByRole('textbox').focus();
  rerender(screenOf());
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

test('can be reached by script, and not by the tab key', () => {
  render(<Title id="title" text="Words" takesFocus={false} />);
  expect(title().tabIndex).toBe(-1);
  expect(title().id).toBe('title');
});

test('a long screen is shown from its beginning', () => {
  render(<div style="height: 5000px" />);
  scrollTo(0, 3000);
  expect(scrollY).toBeGreaterThan(0);
  render(<Title text="New" takesFocus />);
  expect(scrollY).toBe(0);
});
