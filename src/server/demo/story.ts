import words from '../../../locales/en/made-up.json' with { type: 'json' };
import { type IsoDate, londonDate } from '../../domain/dates.ts';
import type { Submission } from '../../domain/submission.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { Chance } from './chance.ts';
import { type Happening, hoursOf, type StaffKey, type Told } from './happening.ts';
import type { Complaint, Piece } from './pieces.ts';
import { saidIn } from './telling.ts';

/** What happens to one made-up case from its first day to its last, each thing on its own working day. */

interface Telling {
  id: string;
  chance: Chance;
  /** The id of a team as this council has it, and of its service. */
  team: string;
  service: string | undefined;
  /** Whether its learning is seen to in time; of some of the newest it is not. */
  isSeenTo: boolean;
}

export function storyOf(piece: Piece, telling: Telling): Happening[] {
  const { on, channel, complaint } = piece;
  const { id, chance, service } = telling;
  const said = saidIn(piece, service, chance);
  const hour = hoursOf(chance);
  const by = chance.pick<StaffKey>(['officer', 'officer', 'colleague']);
  const story: Happening[] = [
    {
      ...{ at: channel ? hour(on) : hour(on, 7, 21), caseId: id, does: 'tell', said },
      ...(channel && { recorded: { by, channel, on } }),
    },
  ];
  const act: Act = (day, action) => {
    const at = hour(day);
    story.push({ at, caseId: id, does: 'act', by, action });
    return londonDate(at);
  };
  const days = firstDays(channel !== undefined, chance);
  if (complaint?.course === 'refused') refusal(complaint, addWorkingDays(on, days), act, telling);
  else if (complaint) answering(piece, complaint, { said, act, telling, days });
  else passingOn(piece, addWorkingDays(on, days), act, telling);
  return story;
}

/** Does something on a day, or on the first one after it on which it can be; gives that day. */
type Act = (day: IsoDate, action: Told) => IsoDate;

function passingOn({ kind }: Piece, day: IsoDate, act: Act, { chance, team }: Telling): void {
  act(day, { action: 'acknowledge', message: chance.pick(words.letters.acknowledge[kind]) });
  act(day, { action: 'assign', to: { team } });
  const letter = chance.below(2) === 0 ? { message: chance.pick(words.letters['pass-on']) } : {};
  act(addWorkingDays(day, chance.below(3)), { action: 'pass-on', ...letter });
}

function refusal(complaint: Complaint, day: IsoDate, act: Act, { chance, team }: Telling): void {
  const message = chance.pick(words.letters.refuse);
  const reason = chance.pick(words.reasons.refuse);
  act(day, { action: 'assign', to: { team } });
  act(day, { action: 'refuse', reason, comeAgainOn: addWorkingDays(day, 80), message });
  act(addWorkingDays(day, 85), closing(complaint, 'no-finding'));
}

interface Answering {
  said: Submission;
  act: Act;
  telling: Telling;
  /** Working days until it is acknowledged, when the answer does not come before. */
  days: number;
}

function answering({ on }: Piece, complaint: Complaint, { said, act, telling, days }: Answering): void {
  const { chance, team } = telling;
  const { course, route, answeredAfter } = complaint;
  const after = (count: number) => addWorkingDays(on, count);
  const first = course === 'answered' ? Math.min(answeredAfter - 1, days) : days;
  const message = chance.pick(words.letters.acknowledge.complaint);
  act(after(first), { action: 'acknowledge', message, route });
  act(after(first), { action: 'assign', to: { team } });
  if (said.agreement?.agrees === undefined || said.agreement.agrees === 'not-asked') {
    const asked = { agrees: 'yes', who: words.consent.who, how: chance.pick(words.consent.how) } as const;
    act(after(first + 1), { action: 'record-consent', ...asked });
  }
  if (course === 'withdrawn') {
    const letter = { reason: chance.pick(words.reasons.withdraw), message: chance.pick(words.letters.withdraw) };
    act(after(first + 2), { action: 'withdraw', ...letter });
    act(after(first + 3), closing(complaint, 'withdrawn'));
    return;
  }
  if (said.advocate === 'yes') withAdvocate(act, after, first, chance);
  // On the statutory route ten days may become twenty, while they are not over.
  if (route === 'statutory' && answeredAfter > 10 && answeredAfter <= 20 && first < 8) {
    const [reason, letter] = [chance.pick(words.reasons.extend), chance.pick(words.letters.extend)];
    act(after(9), { action: 'extend', until: after(answeredAfter), reason, message: letter });
  }
  const answer = chance.pick(words.letters.answers[answerOf(complaint)]);
  ending(complaint, act(after(answeredAfter), { action: 'answer-stage1', message: answer }), act, telling);
}

/** What comes after the answer, up to what was learned. */
function ending(complaint: Complaint, answered: IsoDate, act: Act, { chance, isSeenTo }: Telling): void {
  const last = complaint.goesOnTo ? goOn(complaint, answered, act, chance) : addWorkingDays(answered, chance.below(6));
  if (!complaint.outcome) return;
  const days = 30 + chance.below(15);
  act(last, closing(complaint, complaint.outcome, { due: addWorkingDays(last, days), chance }));
  const done = addWorkingDays(last, days - chance.below(8));
  if (complaint.learning && isSeenTo) act(done, { action: 'finish-learning', number: 1 });
}

// Three working days are the rule; one in nine is late.
function firstDays(isRecorded: boolean, chance: Chance): number {
  if (chance.below(9) === 0) return 4 + chance.below(2);
  return isRecorded ? chance.below(4) : 1 + chance.below(3);
}

function answerOf({ outcome }: Complaint): keyof typeof words.letters.answers {
  return outcome && outcome !== 'withdrawn' ? outcome : 'no-finding';
}

function withAdvocate(act: Act, after: (days: number) => IsoDate, since: number, chance: Chance): void {
  act(after(since), { action: 'refer-advocate', service: words.advocates.service });
  act(after(since + 1), { action: 'accept-advocate', name: chance.pick(words.advocates.names) });
  if (chance.below(2) === 0) act(after(since + 2), { action: 'meet-advocate' });
}

/** Stage 2, or the Ombudsman's question and the council's answer. Gives the day on which the council has done its part. */
function goOn({ goesOnTo, route }: Complaint, answered: IsoDate, act: Act, chance: Chance): IsoDate {
  const after = (days: number) => addWorkingDays(answered, days);
  if (goesOnTo === 'ombudsman') {
    act(after(14), { action: 'ask-ombudsman' });
    act(after(30), { action: 'answer-ombudsman' });
    return after(30);
  }
  const asked = 5 + chance.below(12);
  const message = chance.pick(words.letters['stage2-answer']);
  const investigatingOfficer = chance.pick(words.investigators);
  act(after(asked), { action: 'request-stage2' });
  if (route === 'corporate') {
    const begins = chance.pick(words.letters['stage2-begins-corporate']);
    act(after(asked + 3), { action: 'acknowledge-stage2', message: begins });
    act(after(asked + 4), { action: 'appoint-stage2', investigatingOfficer });
    act(after(asked + 21), { action: 'answer-stage2', message });
    return after(asked + 23);
  }
  act(after(asked + 3), { action: 'acknowledge-stage2', message: chance.pick(words.letters['stage2-begins']) });
  const independentPerson = chance.pick(words.independent);
  act(after(asked + 7), { action: 'appoint-stage2', investigatingOfficer, independentPerson });
  act(after(asked + 12), { action: 'agree-statement' });
  act(after(asked + 45), { action: 'report-stage2' });
  act(after(asked + 55), { action: 'answer-stage2', message });
  return after(asked + 57);
}

function closing(
  { theme, category, learning }: Complaint,
  outcome: NonNullable<Complaint['outcome']>,
  more?: { due: IsoDate; chance: Chance },
): Told {
  const learns = learning &&
    more && {
      learning: more.chance.pick(words.learning[learning.about]),
      actions: [
        {
          what: more.chance.pick(words.toDo[learning.toDo]),
          owner: more.chance.pick(words.owners),
          due: more.due,
        },
      ],
    };
  return { action: 'close', outcome, category, themes: [theme], actions: [], ...learns };
}
