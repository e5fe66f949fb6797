import * as z from 'zod/mini';

/** Who sees to a case: one of the staff, by id and by the name they had then, or a team of the council's file. */
export const Assignee = z.union([z.object({ staff: z.string(), name: z.string() }), z.object({ team: z.string() })]);
export type Assignee = z.infer<typeof Assignee>;
