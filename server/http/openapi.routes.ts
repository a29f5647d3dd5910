/** GET /api/openapi.json: made from the routes and the schemas that they validate with. */
import type { AnyRouteSpec, Routes } from "./route.ts";
import { toJsonSchema, type JsonSchema } from "./json-schema.ts";

export function registerApiDescription(routes: Routes): void {
  const spec = {
    method: "GET",
    path: "/api/openapi.json",
    action: "api.describe",
    summary: "This description",
  } as const;
  let kept: JsonSchema | undefined;
  routes.add(spec, ({ c }) => {
    kept ??= describeRoutes(routes.specs);
    return c.json(kept, 200, { "cache-control": "public, max-age=300" });
  });
}

export function describeRoutes(specs: readonly AnyRouteSpec[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const spec of specs) {
    if (spec.summary === undefined) continue;
    const path = spec.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: describe(spec) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Rembuk",
      version: "1",
      description:
        "Errors are application/problem+json (RFC 9457) in the language of the session. " +
        "Routes under /api/auth are better-auth's, with its own error shape {code, message}.",
    },
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "rembuk.session_token" } },
      schemas: { Problem: PROBLEM },
    },
    security: [{ session: [] }],
  };
}

function describe(spec: AnyRouteSpec): JsonSchema {
  const { method, path, action, summary, status = 200, body, query, idempotent } = spec;
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const problem = {
    description: "Refused",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  return {
    summary,
    operationId: `${method.toLowerCase()}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    "x-action": action,
    parameters: [...named, ...queryParameters(query), ...(idempotent ? [IDEMPOTENCY_KEY] : [])],
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: toJsonSchema(body) } } },
    }),
    responses: { [status]: { description: "Done" }, default: problem },
  };
}

function queryParameters(query: unknown): JsonSchema[] {
  if (query === undefined) return [];
  const { properties, required = [] } = toJsonSchema(query) as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  schema: { type: "string", pattern: "^[A-Za-z0-9._:-]{8,100}$" },
};

const PROBLEM = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    code: { type: "string" },
    reason: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
    },
  },
  required: ["type", "title", "status", "detail", "instance", "code", "reason"],
};
