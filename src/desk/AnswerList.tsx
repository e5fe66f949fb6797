import type { IsoDate } from '../domain/dates.ts';
import { type AnswerRow, type Part, typedWords } from './answer-rows.ts';
import { shortInstant } from './dates.ts';
import { Typed } from './Typed.tsx';
import { deskWords } from './words.ts';

/** What was answered, one row each, with a mark on what came or changed later. */
export function AnswerList({ rows, today }: { rows: AnswerRow[]; today: IsoDate }) {
  return (
    <dl class="answers">
      {rows.map((row) => (
        <Row key={row.name} row={row} today={today} />
      ))}
    </dl>
  );
}

function Row({ row: { label, parts, came, saidAt, typedBy }, today }: { row: AnswerRow; today: IsoDate }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {parts.map((part, index) => (
          <PartLine key={index} part={part} />
        ))}
        {typedBy && (
          <span class="tag">
            <Typed text={typedWords(typedBy)} />
          </span>
        )}
        {came !== 'first' && (
          <span class="tag">{deskWords.t(`answer.${came}`, { when: shortInstant(saidAt, today) })}</span>
        )}
      </dd>
    </>
  );
}

function PartLine({ part: { label, text, isTyped } }: { part: Part }) {
  return (
    <p>
      {label && <span class="help">{label}: </span>}
      {isTyped ? <Typed text={text} /> : text}
    </p>
  );
}
