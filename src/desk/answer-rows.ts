import {
  type Answer,
  type AnswerName,
  type Answers,
  answerNames,
  answersTo,
  latestAnswers,
  type TypedHow,
  typedHow,
} from '../domain/answers.ts';
import { type ByPictures, pictureNames } from '../domain/by-pictures.ts';
import type { Instant, IsoDate } from '../domain/dates.ts';
import type { CaseDetail, Version } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Agreed, type PointName } from '../domain/submission.ts';
import { shortDate, shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

/** One thing that was answered, in words for staff. */
export interface AnswerRow {
  name: AnswerName;
  label: string;
  parts: Part[];
  came: Answer<unknown>['came'];
  saidAt: Instant;
  typedBy?: TypedHow;
}

export interface Part {
  /** What this part of the answer is about: "Asked by". */
  label?: string;
  text: string;
  /** True for what somebody typed: in any direction of writing, with any signs. */
  isTyped: boolean;
}

export interface AnswerPlace {
  today: IsoDate;
  services: PublicCouncil['services'];
}

const { t } = deskWords;
const chosen = (text: string): Part[] => [{ text, isTyped: false }];
const typed = (text: string): Part[] => [{ text, isTyped: true }];

type Tell = { [Name in AnswerName]: (value: NonNullable<Version[Name]>, place: AnswerPlace) => Part[] };

const tell: Tell = {
  aboutWhat: (value) => chosen(t(`answer.picture.aboutWhat.${value}`)),
  feeling: (value) => chosen(t(`answer.picture.feeling.${value}`)),
  thankWhom: (value) => chosen(t(`answer.picture.thankWhom.${value}`)),
  whatWasGood: (value) => chosen(t(`answer.picture.whatWasGood.${value}`)),
  better: (value) => chosen(t(`answer.picture.better.${value}`)),
  voice: (voice) => chosen(t(`voice.${voice}`)),
  name: typed,
  about: ({ who, name }) => [...chosen(t(`answer.about.${who}`)), ...(name ? typed(name) : [])],
  relation: (relation) => chosen(t(`answer.relation.${relation}`)),
  whoseWords: (whose) => chosen(t(`answer.whoseWords.${whose}`)),
  agreement: ({ knows, agrees, askedBy, how, on, why }, { today }) => [
    ...(knows ? [part(t('answer.agreementPart.knows'), t(`answer.knows.${knows}`), false)] : []),
    ...(agrees ? [part(t('answer.agreementPart.agrees'), t(`answer.agrees.${agrees}`), false)] : []),
    ...(askedBy ? [part(t('answer.agreementPart.askedBy'), askedBy)] : []),
    ...(how ? [part(t('answer.agreementPart.how'), how)] : []),
    ...(on ? [part(t('answer.agreementPart.on'), shortDate(on, today), false)] : []),
    ...(why ? [part(t('answer.agreementPart.why'), why)] : []),
  ],
  advocate: (wish) => chosen(t(`advocateWish.${wish}`)),
  trusted: typed,
  helper: ({ name, organisation, contact }) => [
    ...(name ? [part(t('answer.helperPart.name'), name)] : []),
    ...(organisation ? [part(t('answer.helperPart.organisation'), organisation)] : []),
    ...(contact ? [part(t('answer.helperPart.contact'), contact)] : []),
  ],
  helperMaySee: (maySee) => chosen(t(`answer.maySee.${maySee}`)),
  wanted: typed,
  // An id that the council's file no longer knows is shown as it was sent.
  service: (service, { services }) => chosen(services.find(({ id }) => id === service)?.name ?? service),
  person: typed,
  notThisPerson: typed,
  notThisRole: (roles) => roles.flatMap((role) => chosen(t(`answer.notThisRole.${role}`))),
  mayTell: (whom) =>
    whom.length > 0 ? whom.flatMap((each) => chosen(t(`answer.mayTell.${each}`))) : chosen(t('answer.askFirst')),
  court: (answer) => chosen(t(`answer.yesNo.${answer}`)),
  reply: ({ by, to, when, whoElse }) => [
    ...chosen(t(`answer.replyBy.${by}`)),
    ...(to ? [part(t('answer.replyPart.to'), to)] : []),
    ...(when ? [part(t('answer.replyPart.when'), when)] : []),
    ...(whoElse ? [part(t('answer.replyPart.whoElse'), whoElse)] : []),
  ],
  safe: (answer) => chosen(t(`answer.yesNo.${answer}`)),
  whereNow: typed,
};

/** Whose words one answer is, where the person said who was with them. The name is typed, in any direction of writing. */
export function typedWords({ by, who }: TypedHow): string {
  return who && by !== 'me' ? t(`answer.typedBy.${by}Named`, { who: `\u2068${who}\u2069` }) : t(`answer.typedBy.${by}`);
}

/** Whose words a version holds: as was said of them alone, or by an advocate of everything. */
export function whoseWords(version: Version): string | undefined {
  const how = typedHow(version, 'words');
  if (how) return typedWords(how);
  return version.whoseWords && t(`answer.whoseWords.${version.whoseWords}`);
}

/** What was said back before sending, in the order of how it was agreed, each with its answers' names. */
export function agreedRows({ saidBack }: Version): { is: Agreed; labels: string }[] {
  const by = Map.groupBy(saidBack?.points ?? [], ({ is }) => is);
  return Agreed.options.flatMap((is) => {
    const points = by.get(is);
    return points ? [{ is, labels: points.map(({ name }) => pointLabel(name)).join('; ') }] : [];
  });
}

function pointLabel(name: PointName): string {
  const isOther = name === 'kind' || name === 'words' || name === 'message' || name === 'helperEnded';
  return isOther ? t(`answer.point.${name}`) : t(`answer.label.${name}`);
}

/** What was told by pictures, in one line. */
export function picturesLine(pictures: ByPictures, place: AnswerPlace): string {
  return pictureNames
    .flatMap((name) => (pictures[name] === undefined ? [] : partsOf(name, pictures[name], place)))
    .map(({ text }) => text)
    .join(' · ');
}

/** The latest answers of a case, and plainly what whoever helps may be told. */
export function answerRows(it: CaseDetail, place: AnswerPlace): AnswerRow[] {
  const rows = rowsOfVersions(it.versions, place).map((row) => withEarlier(row, it.versions, place));
  const accessParts = it.helperAccess
    ? chosen(t(it.helperAccess.isOpen ? 'answer.access.open' : 'answer.access.ended'))
    : [];
  const agreed = rows.find(({ name }) => name === 'helperMaySee');
  if (agreed) return rows.map((row) => (row === agreed ? { ...row, parts: [...row.parts, ...accessParts] } : row));
  const isHelped = it.helperAccess !== null || it.voice === 'advocate' || rows.some(({ name }) => name === 'helper');
  if (!isHelped) return rows;
  const unsaid: AnswerRow = {
    name: 'helperMaySee',
    label: t('answer.label.helperMaySee'),
    parts: [...chosen(t('answer.maySee.unsaid')), ...accessParts],
    came: 'first',
    saidAt: it.receivedAt,
  };
  const order = (name: AnswerName) => answerNames.indexOf(name);
  return [...rows, unsaid].sort((a, b) => order(a.name) - order(b.name));
}

/** Whom the council may tell is read with what was agreed before, the newest first, each from its day on. */
function withEarlier(row: AnswerRow, versions: readonly Version[], place: AnswerPlace): AnswerRow {
  const agreed = row.name === 'mayTell' ? answersTo(versions, 'mayTell') : [];
  if (agreed.length < 2) return row;
  const parts = agreed.toReversed().map(({ value, saidAt }) => {
    const text = partsOf('mayTell', value, place).map((each) => each.text);
    return part(t('answer.from', { when: shortInstant(saidAt, place.today) }), text.join(', '), false);
  });
  return { ...row, parts };
}

/** The latest answers of several versions. */
export function rowsOfVersions(versions: readonly Version[], place: AnswerPlace): AnswerRow[] {
  return rowsOf(latestAnswers(versions), place);
}

/** What was answered in one version alone. */
export function rowsOfVersion(version: Version, place: AnswerPlace): AnswerRow[] {
  return rowsOfVersions([version], place);
}

function rowsOf(answers: Answers, place: AnswerPlace): AnswerRow[] {
  return answerNames.flatMap((name) => {
    const answer = answers[name];
    const parts = answer ? partsOf(name, answer.value, place) : [];
    if (!answer || parts.length === 0) return [];
    const { came, saidAt, typedBy } = answer;
    return [{ name, label: t(`answer.label.${name}`), parts, came, saidAt, ...(typedBy && { typedBy }) }];
  });
}

// The value and the function are of one name; the compiler cannot follow that through an index.
function partsOf<Name extends AnswerName>(name: Name, value: unknown, place: AnswerPlace): Part[] {
  return tell[name](value as NonNullable<Version[Name]>, place);
}

function part(label: string, text: string, isTyped = true): Part {
  return { label, text, isTyped };
}
