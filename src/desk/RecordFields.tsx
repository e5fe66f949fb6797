import type { PublicCouncil } from '../domain/public-council.ts';
import { Channel, earliestReceipt } from '../domain/recording.ts';
import { Kind, Voice } from '../domain/submission.ts';
import { FieldFrame, GroupFrame } from '../ui/FieldFrame.tsx';
import type { Fault, Hearing } from './hearing.ts';
import { deskWords } from './words.ts';

interface RecordFieldsProps {
  hearing: Hearing;
  faults: Fault[];
  services: PublicCouncil['services'];
  today: string;
  onChange: (part: Partial<Hearing>) => void;
}

/** The six fields of a thank you, the kind above them; and for anything else what it needs besides. */
export function RecordFields({ hearing, faults, services, today, onChange }: RecordFieldsProps) {
  const { t } = deskWords;
  const isThanks = hearing.kind === 'compliment';
  const fault = (field: Fault['field']) => {
    const found = faults.find((each) => each.field === field);
    return found && t(`record.${found.fault}`);
  };
  return (
    <>
      <Choices
        label={t('record.kind')}
        name="kind"
        chosen={hearing.kind}
        options={Kind.options.map((kind) => [kind, t(`kind.${kind}`)])}
        onChoose={(kind) => onChange({ kind })}
      />
      <FieldFrame id="record-words" label={t('record.words')} help={t('record.wordsHelp')} fault={fault('words')}>
        {(described) => (
          <textarea
            {...described}
            class="note-field"
            rows={4}
            dir="auto"
            value={hearing.words}
            onInput={({ currentTarget: { value } }) => onChange({ words: value })}
          />
        )}
      </FieldFrame>
      <Select
        id="record-voice"
        label={t('record.voice')}
        fault={fault('voice')}
        chosen={hearing.voice}
        options={Voice.options.map((voice) => [voice, t(`voice.${voice}`)])}
        onChoose={(voice) => onChange({ voice })}
      />
      <Line
        id="record-person"
        label={t('record.optional', { label: t(isThanks ? 'record.personOfThanks' : 'record.person') })}
        value={hearing.person}
        onInput={(person) => onChange({ person })}
      />
      <Select
        id="record-service"
        label={t('record.service')}
        none={t('record.noService')}
        chosen={hearing.service}
        options={services.map(({ id, name }) => [id, name])}
        onChoose={(service) => onChange({ service })}
      />
      <Select
        id="record-channel"
        label={t('record.channel')}
        fault={fault('channel')}
        chosen={hearing.channel}
        options={Channel.options.map((channel) => [channel, t(`record.channels.${channel}`)])}
        onChoose={(channel) => onChange({ channel })}
      />
      <FieldFrame
        id="record-on"
        label={t('record.receivedOn')}
        help={t('record.receivedOnHelp')}
        fault={fault('receivedOn')}
      >
        {(described) => (
          <input
            {...described}
            type="date"
            min={earliestReceipt(today)}
            max={today}
            value={hearing.receivedOn}
            onInput={({ currentTarget: { value } }) => onChange({ receivedOn: value })}
          />
        )}
      </FieldFrame>
      {!isThanks && <AboutThem hearing={hearing} onChange={onChange} />}
    </>
  );
}

function AboutThem({ hearing, onChange }: Pick<RecordFieldsProps, 'hearing' | 'onChange'>) {
  const { t } = deskWords;
  const safe = [
    ['yes', t('record.safeYes')],
    ['not-sure', t('record.safeNotSure')],
    ['no', t('record.safeNo')],
  ] as const;
  return (
    <>
      {(['name', 'about', 'contact'] as const).map((field) => (
        <Line
          key={field}
          id={`record-${field}`}
          label={t('record.optional', { label: t(`record.${field}`) })}
          value={hearing[field]}
          onInput={(value) => onChange({ [field]: value })}
        />
      ))}
      {hearing.kind === 'complaint' && (
        <Line
          id="record-notThisPerson"
          label={t('record.optional', { label: t('record.notThisPerson') })}
          value={hearing.notThisPerson}
          onInput={(notThisPerson) => onChange({ notThisPerson })}
        />
      )}
      {hearing.kind === 'complaint' && (
        <Choices
          label={t('record.safe')}
          name="safe"
          chosen={hearing.safe}
          options={safe}
          onChoose={(value) => onChange({ safe: value })}
        />
      )}
    </>
  );
}

interface LineProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}

function Line({ id, label, value, onInput }: LineProps) {
  return (
    <FieldFrame id={id} label={label}>
      {(described) => (
        <input
          {...described}
          type="text"
          dir="auto"
          maxLength={200}
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  chosen: Value | '';
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

interface SelectProps<Value extends string> extends Omit<ChoiceProps<Value>, 'onChoose'> {
  id: string;
  onChoose: (value: Value | '') => void;
  /** What stands there when nothing needs to be chosen. */
  none?: string;
  fault?: string | undefined;
}

function Select<Value extends string>({ id, label, none, fault, chosen, options, onChoose }: SelectProps<Value>) {
  return (
    <FieldFrame id={id} label={label} fault={fault}>
      {(described) => (
        <select
          {...described}
          value={chosen}
          onChange={({ currentTarget }) => {
            const found = options.find(([value]) => value === currentTarget.value);
            onChoose(found ? found[0] : '');
          }}
        >
          <option value="">{none ?? '–'}</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function Choices<Value extends string>({
  label,
  name,
  chosen,
  options,
  onChoose,
}: ChoiceProps<Value> & { name: string }) {
  return (
    <GroupFrame id={`record-${name}`} class="routes" label={label}>
      {() =>
        options.map(([value, words]) => (
          <label key={value} class="route">
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
            <span class="route-name">{words}</span>
          </label>
        ))
      }
    </GroupFrame>
  );
}
