import * as z from 'zod/mini';
import { IsoDate } from './dates.ts';
import { Line } from './text.ts';

/**
 * What is agreed about telling and acting, and who agreed it. It never blocks a submission: those whom the law lists
 * (Children Act 1989, s26(3)) may complain in their own right without the child's consent. It decides what may be told
 * back, and staff follow it up. It is not the lawful basis for keeping data.
 */

/** Whose words a submission holds, when somebody helps. */
export const WhoseWords = z.enum([
  /** The child's own, which a helper typed. */
  'child-typed-by-helper',
  'child-typed',
  /** What the helper saw or thinks. */
  'helper-account',
  /** The child cannot say what they want: the helper speaks for them. */
  'child-cannot-instruct',
]);
export type WhoseWords = z.infer<typeof WhoseWords>;

/** Whether the child knows of it and agrees; who asked, how and when, or why nobody did. */
export const Agreement = z.strictObject({
  knows: z.optional(z.enum(['yes', 'no', 'not-sure'])),
  agrees: z.optional(z.enum(['yes', 'partly', 'no', 'not-asked'])),
  askedBy: z.optional(Line),
  /** How they were asked: "face to face, with pictures". */
  how: z.optional(Line),
  /** The date they were asked, as the sender gives it. */
  on: z.optional(IsoDate),
  /** Why nobody asked, or to which part the child does not agree. */
  why: z.optional(Line),
});
export type Agreement = z.infer<typeof Agreement>;

/** Whom the council may tell. Nobody in the list: ask first. The law or somebody's safety can mean it must tell all the same. */
export const MayTell = z.enum(['parent-or-carer', 'school', 'social-worker', 'person-it-is-about', 'advocate']);
export type MayTell = z.infer<typeof MayTell>;

/** As an older app reads it from a newer server: whom it does not know is left out. */
export const MayTellHere = z.pipe(
  z.array(z.unknown()),
  z.transform((told) => told.flatMap((each) => MayTell.safeParse(each).data ?? [])),
);

/** What a helper's own access shows: all that the child is told, or only the steps and their dates. */
export const HelperMaySee = z.enum(['everything', 'dates']);
export type HelperMaySee = z.infer<typeof HelperMaySee>;
