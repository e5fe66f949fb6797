import * as z from 'zod/mini';

/** The children's procedure that the law sets, or the council's own. */
export const Route = z.enum(['statutory', 'corporate']);
export type Route = z.infer<typeof Route>;
