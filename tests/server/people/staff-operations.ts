import type { Hono } from 'hono';
import type { OpenAPIV3_1 } from 'openapi-types';

/** Every address of staff, as the API's own description has it, with its examples. */

export interface Operation {
  name: string;
  method: string;
  address: string;
  body: unknown;
}

export async function staffOperations(app: Hono): Promise<Operation[]> {
  const document = (await (await app.request('/api/openapi.json')).json()) as OpenAPIV3_1.Document;
  return operationsOf(document).filter(({ name }) => /\/api\/(desk|staff)(\/|$)/.test(name));
}

function operationsOf({ paths = {} }: OpenAPIV3_1.Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item = {}]) =>
    (['get', 'put', 'post', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = (operation.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
      const address = parameters.reduce((made, each) => made.replace(`{${each.name}}`, String(each.example)), path);
      const { content = {} } = (operation.requestBody ?? {}) as OpenAPIV3_1.RequestBodyObject;
      return [{ name: `${method} ${path}`, method, address, body: content['application/json']?.example }];
    }),
  );
}
