import { type PebbleKind, PebbleShape } from './Pebble.tsx';

/** The start: a lake in the morning, and a pebble about to touch it. Its middle says it all where there is little room. */
export function LakeScene() {
  return (
    <svg class="scene scene-lake" viewBox="0 20 360 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <circle class="art-sun" cx="286" cy="66" r="24" />
      <path class="art-leaf" d="M0 84C50 54 96 58 140 78s92 8 130-8 66-4 90 6v24H0Z" />
      <path class="art-leaf-far" d="M0 92c70-14 120-8 180 0s120 4 180-6v20H0Z" />
      <path class="art-sky" d="M0 94h360v56H0Z" />
      <g class="art-rings">
        <ellipse cx="150" cy="103" rx="34" ry="5" />
        <ellipse cx="150" cy="104" rx="72" ry="10" />
        <ellipse cx="150" cy="105" rx="112" ry="16" />
      </g>
      <g class="art-sink" transform="translate(122 46) scale(.9)">
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
    <svg class="scene scene-shore" viewBox="0 0 360 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
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

/** Nothing was said yet: the water is still, and the stones across it wait. */
export function StillScene() {
  return (
    <svg class="scene scene-shore" viewBox="0 0 360 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="art-sky" d="M0 20h360v110H0Z" />
      <path class="art-sand" d="M0 20c40 8 62 32 66 56 3 20-4 40-20 54H0Z" />
      <path
        class="art-line art-wait"
        d="M96 92c0-12 10-18 24-18s24 7 23 18c-1 9-10 14-23 14s-24-5-24-14Zm88-10c0-10 8-15 20-15s20 6 19 15c-1 8-8 12-19 12s-20-4-20-12Zm76-12c0-8 7-12 16-12s16 5 15 12c-1 6-6 10-15 10s-16-4-16-10Z"
      />
    </svg>
  );
}
