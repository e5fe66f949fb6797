import type { ComponentChildren } from 'preact';

/** What ties a control to the label, the help and the fault that stand around it. */
export interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FrameProps {
  id: string;
  label: string;
  help?: string | undefined;
  /** What is wrong with it, in words that say what to do. */
  fault?: string | undefined;
}

interface FieldFrameProps extends FrameProps {
  /** Ids of words that stand elsewhere and belong to it too. */
  alsoDescribedBy?: string | undefined;
  /** Wrong, by words that stand elsewhere. */
  isFaulty?: boolean;
  children: (described: Described) => ComponentChildren;
}

/** One field: its label above it, help and what is wrong right beside it, for eyes and for screen readers alike. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, help, fault, alsoDescribedBy, isFaulty = fault !== undefined, children } = props;
  const described = [help && `${id}-help`, fault && `${id}-fault`, alsoDescribedBy].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Help id={id} help={help} />
      <Fault id={id} fault={fault} />
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': isFaulty || undefined })}
    </div>
  );
}

interface GroupFrameProps extends FrameProps {
  class: string;
  /** Given what each choice says of the fault of all. */
  children: (invalid: true | undefined) => ComponentChildren;
}

/** The same for several controls that answer one question. */
export function GroupFrame({ id, class: name, label, help, fault, children }: GroupFrameProps) {
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <fieldset class={name} aria-describedby={described || undefined}>
      <legend>{label}</legend>
      <Help id={id} help={help} />
      <Fault id={id} fault={fault} />
      {children(fault ? true : undefined)}
    </fieldset>
  );
}

function Help({ id, help }: Pick<FrameProps, 'id' | 'help'>) {
  if (!help) return null;
  return (
    <p id={`${id}-help`} class="help">
      {help}
    </p>
  );
}

function Fault({ id, fault }: Pick<FrameProps, 'id' | 'fault'>) {
  if (!fault) return null;
  return (
    <p id={`${id}-fault`} class="fault">
      {fault}
    </p>
  );
}
