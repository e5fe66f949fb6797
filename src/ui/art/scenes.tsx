import { type PebbleKind, PebbleShape } from './Pebble.tsx';

/** The start: a lake in the morning, and a pebble about to touch it. */
export function LakeScene() {
  return (
    <svg class="scene scene-lake" viewBox="0 0 360 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle class="art-sun" cx="286" cy="62" r="30" />
      <path class="art-leaf" d="M0 84C50 52 96 56 140 78s92 8 130-8 66-6 90 6v24H0Z" />
      <path class="art-leaf-far" d="M0 92c70-14 120-8 180 0s120 4 180-6v20H0Z" />
      <path class="art-sky" d="M0 94h360v56H0Z" />
      <g class="art-rings">
        <ellipse cx="150" cy="122" rx="34" ry="8" />
        <ellipse cx="150" cy="122" rx="72" ry="15" />
        <ellipse cx="150" cy="122" rx="112" ry="23" />
      </g>
      <g class="art-sink" transform="translate(120 56)">
        <PebbleShape kind="compliment" />
      </g>
    </svg>
  );
}

/** In the hand: the pebble lies inside the outline of a phone. */
export function PhoneScene({ kind }: { kind: PebbleKind }) {
  return (
    <svg class="scene" viewBox="0 0 360 180" aria-hidden="true">
      <path class="art-line-soft" d="M30 166h300" />
      <rect class="art-phone" x="128" y="8" width="104" height="166" rx="18" />
      <path class="art-line" d="M166 20h28" />
      <g class="art-sink" transform="translate(147 66)">
        <PebbleShape kind={kind} />
      </g>
    </svg>
  );
}

/** At the shore: the rings have reached the sand. */
export function ShoreScene({ kind }: { kind: PebbleKind }) {
  return (
    <svg class="scene scene-lake" viewBox="0 0 360 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path class="art-sky" d="M0 26h360v124H0Z" />
      <path class="art-sand" d="M360 44c-46 10-78 32-90 64-5 14-6 28-4 42h94Z" />
      <g class="art-rings art-rings-out">
        <ellipse cx="128" cy="100" rx="46" ry="11" />
        <ellipse cx="128" cy="100" rx="100" ry="22" />
        <ellipse cx="128" cy="100" rx="156" ry="34" />
      </g>
      <g class="art-settle" transform="translate(294 66) scale(.8)">
        <PebbleShape kind={kind} />
      </g>
    </svg>
  );
}
