import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Inside } from '../../src/desk/Inside.tsx';
import { NewPassword } from '../../src/desk/NewPassword.tsx';
import { PasswordAgain } from '../../src/desk/PasswordAgain.tsx';
import { SecondFactorFirst } from '../../src/desk/SecondFactorFirst.tsx';
import { SetUp } from '../../src/desk/SetUp.tsx';
import { SignIn } from '../../src/desk/SignIn.tsx';
import type { Officer } from '../../src/domain/staff.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const nothing = () => undefined;
const sources = import.meta.glob<string>('../../src/desk/**/*.tsx', { query: '?raw', import: 'default', eager: true });

describe('a field for a password', () => {
  it.each([
    ['to sign in', () => <SignIn again={false} onStep={nothing} />, 'current-password'],
    ['of the first account', () => <SetUp token="x" onStep={nothing} onSignIn={nothing} />, 'new-password'],
    ['once more', () => <PasswordAgain id="password" fault={undefined} />, 'current-password'],
    ['that is new', () => <NewPassword id="password" label="Password" fault={undefined} />, 'new-password'],
  ])('%s is masked, named for a password manager, and takes what is pasted', (_, draw, named) => {
    render(draw());
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[name=password]')];
    expect(fields.map(({ type, autocomplete }) => [type, autocomplete])).toEqual([['password', named]]);
    const [field] = fields;
    expect([field?.readOnly, field?.disabled, field?.maxLength]).toEqual([false, false, -1]);
    for (const event of ['paste', 'drop', 'beforeinput', 'contextmenu']) {
      // False when somebody stopped it.
      expect(field?.dispatchEvent(new Event(event, { bubbles: true, cancelable: true })), event).toBe(true);
    }
  });

  it('stands nowhere without being one', () => {
    const named = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/<(?:Field|input)\b[^>]*>/g)].map(([tag]) => ({ file, tag })),
    );
    const masked = named.filter(({ tag }) => tag.includes('type="password"'));
    expect(masked.length).toBeGreaterThan(3);
    const isNamed = /autocomplete="(current|new)-password"|\{\.\.\.shared\}/;
    expect(masked.filter(({ tag }) => !isNamed.test(tag))).toEqual([]);
    // What is named for a password shows none.
    expect(named.filter(({ tag }) => /-password"/.test(tag) && !tag.includes('type="password"'))).toEqual([]);
  });
});

describe('the way out', () => {
  const officer: Officer = {
    id: 'x',
    name: 'Jo Bloggs',
    email: 'jo@example.org',
    roles: ['officer', 'administrator'],
    teams: [],
  };
  const isThere = () => {
    const way = screen.getByRole('button', { name: 'Sign out' });
    expect(way.checkVisibility({ opacityProperty: true, visibilityProperty: true })).toBe(true);
  };

  it.each([
    '#cases',
    '#record',
    '#case=11111111-1111-4111-8111-111111111111',
    '#copy=11111111-1111-4111-8111-111111111111',
    '#people',
    '#audit',
    '#poster',
    '#account',
  ])('is to be seen at %s', (hash) => {
    location.hash = hash;
    render(<Inside officer={officer} secondFactor="on" onSignOut={async () => undefined} onSessionEnded={nothing} />);
    isThere();
  });

  it('is to be seen on the page of figures', () => {
    location.hash = '#figures';
    const reader: Officer = { ...officer, roles: ['reader'] };
    render(<Inside officer={reader} secondFactor="on" onSignOut={async () => undefined} onSessionEnded={nothing} />);
    isThere();
  });

  it('is to be seen where a second factor must come first', () => {
    render(<SecondFactorFirst onDone={nothing} onSignOut={async () => undefined} onSessionEnded={nothing} />);
    isThere();
  });
});
