import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { OnPhoneNote } from '../../src/app/OnPhoneNote.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'standalone');
});

/** What only the browsers of iPhones and iPads know: whether the page was put on the home screen. */
function onAnIphone({ standalone }: { standalone: boolean }): void {
  Object.defineProperty(navigator, 'standalone', { value: standalone, configurable: true });
}

describe('that it may be deleted after seven days', () => {
  const said = () => screen.queryByText(/within seven days/) !== null;

  test('is said on an iPhone', () => {
    onAnIphone({ standalone: false });
    render(<OnPhoneNote />);
    expect(said()).toBe(true);
  });

  test('is not said where the app is on the home screen', () => {
    onAnIphone({ standalone: true });
    render(<OnPhoneNote />);
    expect(said()).toBe(false);
  });

  test('is not said elsewhere', () => {
    render(<OnPhoneNote />);
    expect(said()).toBe(false);
  });
});

test('what a private window does is said everywhere', () => {
  render(<OnPhoneNote />);
  expect(screen.getByText(/In a private window it goes away/)).toBeDefined();
});
