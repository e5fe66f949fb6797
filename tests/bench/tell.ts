import { chromium } from '@playwright/test';
import { browserLaunch } from '../../tooling/browser.mjs';
import { startHeard } from '../heard-server.ts';
import { firstVisit, type Network, networks, slowedBy, type Visit } from './first-visit.ts';
import { floorPages } from './floor-pages.ts';
import { median } from './load.ts';
import type { Bench } from './run.ts';

const most = { bytesToUsable: 30_000, requestsToUsable: 3, bytes: 90_000, ofGovUk: 1 };

const heard = 'Heard /tell';
const nets = Object.keys(networks) as Network[];

/**
 * How soon a first visitor with a slow phone can type at `/tell`, and what it costs them, beside the same form made
 * with GOV.UK Frontend and written by hand. Rounds are interleaved, because the machine has good and bad moments.
 */
export const tell: Bench = {
  name: 'tell',
  async run(rounds = 7) {
    const [server, floors] = await Promise.all([
      startHeard(),
      startHeard({}, ['tests/bench/floor-server.ts', 'pages']),
    ]);
    const browser = await chromium.launch(browserLaunch());
    const urls = Object.fromEntries(Object.entries(floorPages).map(([name, path]) => [name, floors.url + path]));
    const pages = Object.entries({ [heard]: `${server.url}/tell`, ...urls });
    const visits = new Map<string, Visit[]>();
    try {
      for (const [, url] of pages) await firstVisit(browser, url, 'fast');
      for (let round = 0; round < rounds; round += 1) {
        for (const net of nets) {
          // Every round begins with another page, so that the order favours none.
          for (const [name, url] of pages.map((_, index) => pages[(index + round) % pages.length] ?? _)) {
            const visit = await firstVisit(browser, url, net);
            visits.set(`${name}, ${net}`, [...(visits.get(`${name}, ${net}`) ?? []), visit]);
          }
        }
      }
    } finally {
      await browser.close();
      await Promise.all([server.remove(), floors.remove()]);
    }
    return told(
      visits,
      pages.map(([name]) => name),
      rounds,
    );
  },
};

function told(visits: Map<string, Visit[]>, names: string[], rounds: number) {
  const of = (name: string, net: Network) => visits.get(`${name}, ${net}`) ?? [];
  const middle = (each: Visit[], figure: (visit: Visit) => number | undefined) =>
    median(each.flatMap((visit) => figure(visit) ?? []));
  // Of each round by itself: what slows the machine for a while slows both of a round.
  const share = (net: Network, name: string, floor: string) => {
    const ratios = of(name, net).map(({ usable }, round) => usable / (of(floor, net)[round]?.usable ?? Number.NaN));
    const text = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
    return { median: median(ratios), text };
  };
  const kB = (bytes: number) => Number((bytes / 1000).toFixed(1));
  const [govUk = '', byHand = ''] = Object.keys(floorPages);
  const rows = nets.flatMap((net) =>
    names.map((name) => {
      const each = of(name, net);
      const alive = each.flatMap((visit) => visit.alive ?? []);
      return {
        page: `${name}, ${net}`,
        'kB to usable': kB(middle(each, (visit) => visit.toUsable.bytes)),
        'requests to usable': middle(each, (visit) => visit.toUsable.requests),
        'kB in all': kB(middle(each, (visit) => visit.inAll.bytes)),
        'requests in all': middle(each, (visit) => visit.inAll.requests),
        'usable, ms': Math.round(middle(each, (visit) => visit.usable)),
        'of GOV.UK (range)': share(net, name, govUk).text,
        'of by hand (range)': share(net, name, byHand).text,
        'alive, ms': alive.length > 0 ? Math.round(median(alive)) : '–',
        'script, ms': Math.round(middle(each, (visit) => visit.script)),
        kept: `${each.filter(({ isKept }) => isKept).length}/${each.length}`,
      };
    }),
  );
  const every = nets.flatMap((net) => of(heard, net));
  // A visit in which the machine was busy elsewhere for two seconds sees the app come before it has typed.
  const toUsable = {
    bytes: middle(every, (visit) => visit.toUsable.bytes),
    requests: middle(every, (visit) => visit.toUsable.requests),
  };
  const bytes = Math.max(...every.map((visit) => visit.inAll.bytes));
  return {
    title: `first visits on a CPU slowed ${slowedBy} times, networks fast and slow; medians of ${rounds} rounds`,
    rows,
    verdicts: [
      {
        what: `${kB(toUsable.bytes)} kB in ${toUsable.requests} requests until it can be typed into, ${kB(most.bytesToUsable)} kB and ${most.requestsToUsable} at most`,
        holds: toUsable.bytes <= most.bytesToUsable && toUsable.requests <= most.requestsToUsable,
      },
      { what: `${kB(bytes)} kB in all, ${kB(most.bytes)} at most`, holds: bytes <= most.bytes },
      ...nets.map((net) => {
        const { median, text } = share(net, heard, govUk);
        return {
          what: `usable on the ${net} network in ${text} of GOV.UK’s time, ${most.ofGovUk.toFixed(2)} at most`,
          holds: median <= most.ofGovUk,
        };
      }),
      { what: 'what was typed first is kept in every visit', holds: every.every(({ isKept }) => isKept) },
    ],
  };
}
