import type { OpenAPIV3_1 } from 'openapi-types';
import { CaseQuery, Filter, Stage } from '../../domain/desk-list.ts';
import { Kind } from '../../domain/submission.ts';

/** What may be asked of the list, for the API's description. The examples are accepted together as they stand. */

function parameter(
  name: keyof CaseQuery,
  description: string,
  schema: Pick<OpenAPIV3_1.SchemaObject, 'enum' | 'pattern' | 'maxLength'>,
  example: string,
): OpenAPIV3_1.ParameterObject {
  return { name, in: 'query', required: false, description, schema: { type: 'string', ...schema }, example };
}

export const listParameters: OpenAPIV3_1.ParameterObject[] = [
  parameter('filter', 'One question of the list; `all` when it is left out.', { enum: [...Filter.options] }, 'late'),
  parameter(
    'route',
    'Only this route; `none` are those that have none yet.',
    { enum: ['statutory', 'corporate', 'none'] },
    'statutory',
  ),
  parameter('stage', 'Only those that have come so far.', { enum: [...Stage.options] }, 'stage1'),
  parameter(
    'team',
    'Only those that a team has, by its id in the council’s file; `none` are those that no team has.',
    { pattern: '^[a-z0-9][a-z0-9-]{0,99}$' },
    'none',
  ),
  parameter('kind', 'Only this kind.', { enum: [...Kind.options] }, 'complaint'),
  parameter(
    'q',
    'Words, names or their beginnings, each of which stands somewhere in what was said; or the beginning of a reference.',
    { maxLength: 200 },
    'ring tues',
  ),
  parameter(
    'after',
    'The `next` of the page before, as it was given.',
    { pattern: '^[A-Za-z0-9_-]{1,200}$' },
    'WzIsIjIwMjYtMTEtMjUiLCIyMDI2LTExLTIwVDEwOjAwOjAwLjAwMFoiLDFd',
  ),
];

/** Reads the address's parameters; those that are not known are refused, for a misspelt one would find everything. */
export function readCaseQuery(parameters: Record<string, string>) {
  return CaseQuery.safeParse(parameters);
}
