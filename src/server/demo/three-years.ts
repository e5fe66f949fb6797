import type { Council } from '../../domain/council.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { dateOf, yearOf } from '../../domain/dates.ts';
import { reportedFrom } from './calendar.ts';
import { chanceOf, uuidOf } from './chance.ts';
import { reportedYear, twoYearsBefore, yearBefore } from './figures.ts';
import type { Happening } from './happening.ts';
import { type Piece, piecesOfYear, piecesSince } from './pieces.ts';
import { storyOf } from './story.ts';

/**
 * Everything that has happened at the made-up desk: the three years that the annual report compares, and what has come
 * since, up to today. The same on the same day, for the same council.
 */
export function threeYears(today: IsoDate, council: Pick<Council, 'services'>): Happening[] {
  const april = reportedFrom(today);
  const beginning = (years: number) => dateOf(yearOf(april) + years, 4, 1);
  const told = (name: string, pieces: (seed: ReturnType<typeof chanceOf>) => Piece[], isNew = false): Happening[] => {
    const chance = chanceOf(`heard, ${name}`);
    return pieces(chance).flatMap((piece, index) => {
      const id = uuidOf(`heard, ${name}, ${index}`);
      const isSeenTo = !isNew || chance.below(10) > 0;
      return storyOf(piece, { id, chance: chanceOf(id), ...placeOf(piece.team, council), isSeenTo });
    });
  };
  return [
    ...told('two years before', (chance) => piecesOfYear(beginning(-2), twoYearsBefore, chance)),
    ...told('the year before', (chance) => piecesOfYear(beginning(-1), yearBefore, chance)),
    ...told('the year reported on', (chance) => piecesOfYear(april, reportedYear, chance)),
    ...told('since', (chance) => piecesSince(beginning(1), today, reportedYear, chance), true),
  ];
}

/** A team as this council calls it; where it has none of that name, one of its own. */
export function placeOf(
  team: string,
  { services }: Pick<Council, 'services'>,
): { team: string; service: string | undefined } {
  const all = services.flatMap((service) => service.teams.map(({ id }) => ({ team: id, service: service.id })));
  const letters = [...team].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return all.find((each) => each.team === team) ?? all[letters % all.length] ?? { team, service: undefined };
}
