import type { OpenAPIV3_1 } from 'openapi-types';
import type { SealingKey, SealingKeyTold } from '../../src/domain/sealing.ts';
import type { HeardServer } from '../heard-server.ts';
import type { Who } from './asked.ts';
import type { Operation } from './operations.ts';
import { operationsOf } from './operations.ts';

/** The server under test, who is signed in at it, and what it has told so far. */

export interface CaseKnown {
  id: string;
  key: string;
  revision: number;
}

export interface Office {
  heard: HeardServer;
  operations: Operation[];
  /** What is known by its name, the latest few. */
  pools: Map<string, string[]>;
  cases: CaseKnown[];
  /** The council's public key. */
  sealingKey: SealingKey;
  /** How many accounts were made so that somebody could ask. */
  made: () => number;
  cookieOf: (who: Who) => string | undefined;
  /** An address of the network that the next request comes from, as a proxy says it. */
  nextNetwork: () => string;
  /** Whoever lost their session gets another account, with the same role. */
  renew: (who: Who) => Promise<void>;
  learn: (operation: Operation, body: unknown, sent: { id: string | undefined; key: string | undefined }) => void;
}

/** All who are fuzzed with have it, so that some of what is drawn with a password is right. */
export const staffPassword = 'plumtree and all the others';

const kept = 40;
const roles: Record<string, string[]> = {
  officer: ['officer'],
  manager: ['manager'],
  reader: ['reader'],
  administrator: ['administrator'],
};

export async function openOffice(heard: HeardServer): Promise<Office> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(heard.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: heard.url, Cookie: cookie },
      body: JSON.stringify(body),
    });
  const cookieIn = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(';')[0])[0] ?? '';
  const keeper = await post('/api/auth/sign-in/email', heard.admin);
  if (!keeper.ok) throw new Error(`The keeper cannot sign in: ${keeper.status}.`);
  const keeperCookie = cookieIn(keeper);
  const council = (await (await fetch(`${heard.url}/api/council`)).json()) as {
    services: { id: string; teams: { id: string }[] }[];
  };
  const teams = council.services.flatMap((service) => service.teams.map(({ id }) => id));

  const pools = new Map<string, string[]>([
    ['teams', teams],
    ['team', teams],
    ['service', council.services.map(({ id }) => id)],
    ['password', [staffPassword]],
    ['current', [staffPassword]],
  ]);
  const keep = (name: string, ...values: string[]) => {
    const known = pools.get(name) ?? [];
    pools.set(name, [...known.filter((each) => !values.includes(each)), ...values].slice(-kept));
  };
  const cases: CaseKnown[] = [];
  const cookies = new Map<Who, string>();
  const guarded = new Set<string>([await idOf(heard.url, keeperCookie)]);
  let made = 0;
  let networks = 0;
  const make = async (who: Who) => {
    made += 1;
    const email = `${who}-${made}@example.gov.uk`;
    const invitation = { name: `Colleague ${who} ${made}`, email, roles: roles[who], teams };
    const issued = (await (await post('/api/staff/invitations', invitation, keeperCookie)).json()) as { link: string };
    const token = tokenIn(issued.link);
    const answer = await post('/api/staff/links/use', { token, password: staffPassword });
    if (!answer.ok) throw new Error(`Nobody became ${who}: ${answer.status} ${await answer.text()}`);
    const cookie = cookieIn(answer);
    const id = await idOf(heard.url, cookie);
    guarded.add(id);
    keep('staff', id);
    keep('email', email);
    cookies.set(who, cookie);
  };
  for (const who of Object.keys(roles)) await make(who as Who);

  const sealing = (await (await fetch(`${heard.url}/api/sealing-key`)).json()) as SealingKeyTold;
  const renewing = new Map<Who, Promise<void>>();
  const document = (await (await fetch(`${heard.url}/api/openapi.json`)).json()) as OpenAPIV3_1.Document;
  return {
    heard,
    operations: operationsOf(document),
    pools,
    cases,
    sealingKey: sealing.key,
    made: () => made,
    cookieOf: (who) => (who === 'a forged session' ? 'heard.session_token=plumtree.plumtree' : cookies.get(who)),
    nextNetwork() {
      networks += 1;
      return `10.${(networks >> 8) & 255}.${networks & 255}.1`;
    },
    renew(who) {
      if (!(who in roles)) return Promise.resolve();
      const begun = renewing.get(who) ?? make(who).finally(() => renewing.delete(who));
      renewing.set(who, begun);
      return begun;
    },
    learn({ name }, body, { id, key }) {
      const said = (body ?? {}) as Told;
      if (name === 'PUT /api/submissions/{id}' && id && key) learnCase(id.toLowerCase(), key);
      const known = cases.find((each) => each.id === said.id);
      if (known && typeof said.revision === 'number') known.revision = said.revision;
      if (typeof said.next === 'string') keep('after', said.next);
      learnPeople(said);
    },
  };

  function learnCase(id: string, key: string): void {
    keep('followKey', key);
    if (cases.some((each) => each.id === id)) return;
    cases.push({ id, key, revision: 1 });
    if (cases.length > kept) cases.splice(0, cases.length - kept);
  }

  function learnPeople({ people = [], links = [], sessions = [], link }: Told): void {
    const others = people.filter(({ id }) => !guarded.has(id));
    keep('account', ...others.map(({ id }) => id));
    keep('email', ...others.map(({ email }) => email));
    keep('link', ...links.map(({ id }) => id));
    keep('session', ...sessions.map(({ id }) => id));
    if (link) keep('token', tokenIn(link));
  }
}

function tokenIn(link: string): string {
  return link.split('welcome=')[1] ?? '';
}

interface Told {
  id?: string;
  revision?: number;
  next?: string | number | null;
  link?: string;
  people?: { id: string; email: string }[];
  links?: { id: string }[];
  sessions?: { id: string }[];
}

async function idOf(url: string, cookie: string): Promise<string> {
  const session = (await (await fetch(`${url}/api/auth/get-session`, { headers: { Cookie: cookie } })).json()) as {
    user: { id: string };
  };
  return session.user.id;
}
