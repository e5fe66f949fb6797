import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenAPIV3_1 } from 'openapi-types';
import { sealedType } from '../../src/domain/sealing.ts';
import type { Schema } from './from-schema.ts';

/** One operation of the API as its own description has it: nobody need remember to fuzz a new one. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[];
  body: Schema | undefined;
  /** Whether the body may come sealed to the council's key. */
  takesSealed: boolean;
  /** Behind a session. */
  isForStaff: boolean;
  /** The codes with which it may say no. */
  codes: ReadonlySet<string>;
  /** What it answers, by status; undefined where no body is described. */
  answers: ReadonlyMap<number, Check | undefined>;
  /** Whether a body is of its documented shape. */
  isBody: Check;
  /** The same for a parameter as it stands in the address. */
  isParameter: (name: string, text: string) => boolean;
}

type Check = (value: unknown) => boolean;

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

export function operationsOf(document: OpenAPIV3_1.Document): Operation[] {
  // Of `format` it is enough that the patterns beside it say the same; those that stand alone are checked here.
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    formats: { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, date: isDate, email: true, 'date-time': true },
  });
  const check = (schema: object | undefined): Check => (schema ? lazily(() => ajv.compile(schema)) : () => true);
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const operation = item?.[method];
      if (!operation) return [];
      const parameters = (operation.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
      const checks = new Map(
        parameters.map(({ name, schema }) => [name, { check: check(schema), schema: schema as Schema }]),
      );
      const body = contentOf(operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined);
      const responses = Object.entries(operation.responses ?? {}) as [string, OpenAPIV3_1.ResponseObject][];
      return [
        {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          parameters: parameters.map(({ name, in: place, required = false, schema }) => ({
            name,
            in: place as 'path' | 'query' | 'header',
            required,
            schema: schema as Schema,
          })),
          body,
          takesSealed: isSealedIn(operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined),
          isForStaff: (operation.security ?? []).length > 0,
          codes: new Set(
            responses.flatMap(([, { description }]) =>
              [...description.matchAll(/`([a-z0-9-]+)`: /g)].map(([, code]) => code ?? ''),
            ),
          ),
          answers: new Map(
            responses.map(([status, answer]) => {
              const schema = contentOf(answer);
              return [Number(status), schema && check(schema)];
            }),
          ),
          isBody: check(body),
          isParameter: (name, text) => {
            const known = checks.get(name);
            return known?.check(known.schema.type === 'integer' ? numberIn(text) : text) ?? false;
          },
        },
      ];
    }),
  );
}

function contentOf(holder: { content?: Record<string, { schema?: object }> } | undefined): Schema | undefined {
  return holder?.content?.['application/json']?.schema as Schema | undefined;
}

function isSealedIn(body: OpenAPIV3_1.RequestBodyObject | undefined): boolean {
  return body !== undefined && sealedType in body.content;
}

// Making a check takes some milliseconds, and there are hundreds.
function lazily(compile: () => ValidateFunction): Check {
  let made: ValidateFunction | undefined;
  return (value) => {
    made ??= compile();
    return made(value);
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
}

function numberIn(text: string): unknown {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
