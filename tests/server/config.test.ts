import { expect, test } from 'vitest';
import { addressesAt, ConfigError, isLoopback, readConfig } from '../../src/server/config.ts';

function fault(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error('It was taken.');
}

test('nothing set is a service on this machine', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: undefined, admin: undefined });
  expect(readConfig({}).councilFile).toMatch(/council[/\\]shropshire\.json$/);
});

test('an empty variable is one that is not set', () => {
  const empty = {
    PORT: '',
    HOST: '',
    DATABASE_URL: '',
    HEARD_ADMIN_EMAIL: '',
    HEARD_ADMIN_PASSWORD: '',
    HEARD_SECOND_FACTOR_GRACE_DAYS: '',
    HEARD_SMTP_URL: '',
    HEARD_MAIL_FROM: '',
    HEARD_SAFEGUARDING_EMAIL: '',
    HEARD_SENIOR_EMAIL: '',
    LOG_LEVEL: '',
  };
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('the address others use follows the port that is listened on, unless it was said', () => {
  const here = addressesAt(readConfig({ PORT: '0' }), 9000);
  expect(here.publicUrl.href).toBe('http://localhost:9000/');
  expect(here.origins).toEqual(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000']);
  const said = addressesAt(readConfig({ HEARD_PUBLIC_URL: 'https://heard.example.gov.uk' }), 9000);
  expect(said.publicUrl.href).toBe('https://heard.example.gov.uk/');
  expect(said.origins).toEqual(['https://heard.example.gov.uk']);
});

test.each([
  ['PORT', 'eighty', /must be a number/],
  ['PORT', '80.5', /whole number/],
  ['PORT', '70000', /between 0 .* and 65535/],
  ['HEARD_SECOND_FACTOR_GRACE_DAYS', '400', /between 0 .* and 90 days/],
  ['PORT', '-1', /between 0 .* and 65535/],
  ['DATABASE_URL', 'mysql://root@localhost/heard', /must begin with postgres:\/\/ or postgresql:\/\//],
  ['HEARD_PUBLIC_URL', 'heard.example.gov.uk', /must be an address such as https:\/\//],
  ['HEARD_PUBLIC_URL', 'ftp://heard.example.gov.uk', /must be an address such as https:\/\//],
  ['HEARD_PUBLIC_URL', 'http://heard.example.gov.uk', /must be an https address/],
  ['HEARD_ADMIN_EMAIL', 'officer', /must be an e-mail address/],
  ['HEARD_ADMIN_PASSWORD', 'short', /at least 8 characters/],
  ['HEARD_SMTP_URL', 'mail.example.gov.uk', /must be an address such as smtps:\/\//],
  ['HEARD_SMTP_URL', 'https://mail.example.gov.uk', /must be an address such as smtps:\/\//],
  ['HEARD_SMTP_URL', 'smtp://', /must be an address such as smtps:\/\//],
  ['HEARD_MAIL_FROM', 'Heard', /must be an e-mail address/],
  ['HEARD_SAFEGUARDING_EMAIL', 'the team', /must be an e-mail address/],
  ['HEARD_SENIOR_EMAIL', 'a@example.gov.uk, the boss', /must be e-mail addresses/],
  ['LOG_LEVEL', 'loud', /fatal.*silent/],
])('%s=%s is refused by name, with what to do', (name, value, whatToDo) => {
  const said = fault({ [name]: value });
  expect(said).toContain(name);
  expect(said).toMatch(whatToDo);
});

test('what is wrong is never repeated: it may be a password', () => {
  expect(fault({ HEARD_ADMIN_PASSWORD: 'hunter2' })).not.toContain('hunter2');
  expect(fault({ DATABASE_URL: 'mysql://root:hunter2@localhost' })).not.toContain('hunter2');
  expect(fault({ HEARD_SMTP_URL: 'http://heard:hunter2@localhost' })).not.toContain('hunter2');
  expect(fault({ HEARD_SMTP_URL: 'smtp://heard:hunter2@localhost' })).not.toContain('hunter2');
});

test('every wrong variable is named at once', () => {
  const said = fault({ PORT: 'x', HEARD_PUBLIC_URL: 'x', HEARD_ADMIN_EMAIL: 'x' });
  for (const name of ['PORT', 'HEARD_PUBLIC_URL', 'HEARD_ADMIN_EMAIL']) expect(said).toContain(name);
});

test('half an account is none', () => {
  for (const half of [{ HEARD_ADMIN_EMAIL: 'a@example.org' }, { HEARD_ADMIN_PASSWORD: 'long enough for this' }]) {
    expect(fault(half)).toMatch(/both HEARD_ADMIN_EMAIL and HEARD_ADMIN_PASSWORD/);
  }
});

test('e-mail is set up whole or not at all, and what is missing is named', () => {
  const all = {
    HEARD_SMTP_URL: 'smtps://heard:p%40ss@mail.example.gov.uk',
    HEARD_MAIL_FROM: 'heard@example.gov.uk',
    HEARD_SAFEGUARDING_EMAIL: 'safeguarding@example.gov.uk',
  };
  expect(readConfig(all).mail).toEqual({
    smtpUrl: new URL(all.HEARD_SMTP_URL),
    from: all.HEARD_MAIL_FROM,
    safeguarding: all.HEARD_SAFEGUARDING_EMAIL,
    seniors: [],
  });
  expect(readConfig({}).mail).toBeUndefined();
  for (const name of Object.keys(all)) {
    expect(fault({ ...all, [name]: undefined })).toMatch(new RegExp(`^${name} is missing`));
    expect(fault({ [name]: all[name as keyof typeof all] })).toMatch(/^HEARD_\w+ and HEARD_\w+ are missing/);
  }
});

test('senior managers are a list, each once, and only where there is e-mail', () => {
  const HEARD_SENIOR_EMAIL = 'a@example.gov.uk, b@example.gov.uk\na@example.gov.uk,';
  const mail = { HEARD_SMTP_URL: 'smtp://localhost', HEARD_MAIL_FROM: 'a@b.org', HEARD_SAFEGUARDING_EMAIL: 'c@d.org' };
  expect(readConfig({ ...mail, HEARD_SENIOR_EMAIL }).mail?.seniors).toEqual(['a@example.gov.uk', 'b@example.gov.uk']);
  expect(fault({ HEARD_SENIOR_EMAIL })).toMatch(/^HEARD_SMTP_URL and HEARD_MAIL_FROM and HEARD_SAFEGUARDING_EMAIL are/);
});

test('http is for this machine alone', () => {
  for (const here of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:3000', 'http://heard.localhost']) {
    expect(readConfig({ HEARD_PUBLIC_URL: here }).publicUrl?.protocol).toBe('http:');
  }
  for (const elsewhere of ['localhost.example.org', '127.0.0.1.example.org', '10.0.0.1', '0.0.0.0', '[::2]']) {
    expect(isLoopback(elsewhere)).toBe(false);
  }
});
