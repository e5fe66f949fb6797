/** A word is a pebble; its face shows the kind: wrong, thank you, idea. */
export type PebbleKind = 'complaint' | 'compliment' | 'comment';

/** What a face can say: a kind, or that somebody does not know. */
type Face = PebbleKind | 'unsure';

const stone = 'M7 35C5 20 17 9 33 9s26 10 25 25c-1 14-12 21-26 21S8 48 7 35Z';

const faces: Record<Face, string> = {
  complaint: 'M24 42c4-5 12-5 16 0',
  compliment: 'M23 37c4 7 14 7 18 0',
  comment: 'M28 40h9',
  unsure: 'M26 41l13-2',
};

/** The stone alone, for scenes that draw it somewhere in themselves. */
export function PebbleShape({ kind }: { kind: Face }) {
  return (
    <g class={`pebble-${kind}`}>
      <path class="pebble-stone" d={stone} />
      <g class="pebble-face">
        <circle cx="24" cy="29" r="2.6" />
        <circle cx="41" cy="29" r="2.6" />
        <path d={faces[kind]} />
        {kind === 'comment' && <path class="pebble-spark" d="M33 4V-3M17 7l-4-6M49 7l4-6" />}
      </g>
    </g>
  );
}

export function Pebble({ kind }: { kind: Face }) {
  return (
    <svg class="pebble" viewBox="0 -6 66 66" aria-hidden="true">
      <PebbleShape kind={kind} />
    </svg>
  );
}
