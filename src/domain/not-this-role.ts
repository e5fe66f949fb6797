import * as z from 'zod/mini';

/** Who must not handle it, by what they are for the person: where no name is known, or can be written. */
export const NotThisRole = z.enum(['social-worker', 'carer', 'school']);
export type NotThisRole = z.infer<typeof NotThisRole>;

/**
 * As if it had been typed: it names nobody, keeps nobody out by itself, and waits for an officer to say who that is, as
 * typed words like it do. Said so for good, for what officers have matched is known by it.
 */
const asTyped: Record<NotThisRole, string> = {
  'social-worker': 'My social worker',
  carer: 'My carer',
  school: 'Someone at school',
};

interface Naming {
  notThisPerson?: string | undefined;
  notThisRole?: readonly NotThisRole[] | undefined;
}

/** Everybody who is named in one version of what was said, by role and by name. */
export function namesIn({ notThisPerson, notThisRole = [] }: Naming): string[] {
  return [...notThisRole.map((role) => asTyped[role]), ...(notThisPerson ? [notThisPerson] : [])];
}
