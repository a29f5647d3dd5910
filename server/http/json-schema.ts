/** JSON Schema (2020-12) of the valibot schemas that our contracts use. Throws on a kind it does not know, so that none is described wrongly. */

export type JsonSchema = { readonly [key: string]: unknown };

interface Node {
  readonly type: string;
  readonly kind: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly pipe?: readonly Node[];
}

const CHECKS: Readonly<Record<string, (requirement: unknown) => JsonSchema>> = {
  min_length: (n) => ({ minLength: n }),
  max_length: (n) => ({ maxLength: n }),
  email: () => ({ format: "email" }),
  regex: (pattern) => ({ pattern: (pattern as RegExp).source }),
};
const LIST_CHECKS: Readonly<Record<string, (requirement: unknown) => JsonSchema>> = {
  min_length: (n) => ({ minItems: n }),
  max_length: (n) => ({ maxItems: n }),
};

export function toJsonSchema(schema: unknown): JsonSchema {
  const node = schema as Node;
  if (node.pipe) {
    const [first, ...checks] = node.pipe;
    const base = toJsonSchema(first);
    const words = base["type"] === "array" ? LIST_CHECKS : CHECKS;
    return Object.assign(
      { ...base },
      ...checks.map(({ type, requirement }) => words[type]?.(requirement) ?? {}),
    );
  }
  switch (node.type) {
    case "strict_object":
      return objectSchema(node);
    case "string":
    case "boolean":
    case "number":
      return { type: node.type };
    case "custom":
      return { type: "string", pattern: "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" };
    case "picklist":
      return { enum: node.options };
    case "literal":
      return { const: node.literal };
    case "optional":
      return toJsonSchema(node.wrapped);
    case "nullable":
      return { anyOf: [toJsonSchema(node.wrapped), { type: "null" }] };
    case "array":
      return { type: "array", items: toJsonSchema(node.item) };
    case "union":
      return { anyOf: (node.options ?? []).map(toJsonSchema) };
    case "variant":
      return { oneOf: (node.options ?? []).map(toJsonSchema) };
    default:
      throw new Error(`no JSON Schema for ${node.type}`);
  }
}

function objectSchema({ entries = {} }: Node): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(entries).map(([key, node]) => [key, toJsonSchema(node)]),
  );
  const required = Object.entries(entries).flatMap(([key, { type }]) => (type === "optional" ? [] : [key]));
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
