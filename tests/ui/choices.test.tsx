import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Choices } from '../../src/ui/Choices.tsx';

afterEach(cleanup);

const choices = [
  { value: 'yes', label: 'Yes' },
  { value: 'later', label: 'Not now', hint: 'You can ask later' },
] as const;

function draw(chosen?: 'yes' | 'later') {
  const onChoose = vi.fn();
  render(
    <form onSubmit={() => onChoose('submitted')}>
      <h1 id="title">Do you want one?</h1>
      <Choices labelledBy="title" choices={[...choices]} chosen={chosen} onChoose={onChoose} />
    </form>,
  );
  return onChoose;
}

const pressed = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-pressed'));

test('the choices are one group, named by the question', () => {
  draw();
  const group = screen.getByRole('group', { name: 'Do you want one?' });
  expect(group.tagName).toBe('FIELDSET');
  expect(screen.getAllByRole('button').map((button) => button.closest('fieldset'))).toEqual([group, group]);
});

test('nothing is said to be pressed or not before something was chosen', () => {
  draw();
  expect(pressed()).toEqual([null, null]);
});

test('once something was chosen, each says whether it is that', () => {
  draw('later');
  expect(pressed()).toEqual(['false', 'true']);
});

test('choosing gives the value, and submits nothing by itself', () => {
  const onChoose = draw();
  fireEvent.click(screen.getByRole('button', { name: /Not now/ }));
  expect(onChoose.mock.calls).toEqual([['later']]);
});

test('a hint stands inside its choice, and is part of its name', () => {
  draw();
  expect(screen.getByRole('button', { name: /Not now.*You can ask later/ })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Yes' }).querySelector('small')).toBeNull();
});
