/** The relational database on Cloudflare D1, as the same type that Node has. */
import { drizzle } from "drizzle-orm/d1";
import type { Db, Schema } from "./database.ts";

/** Cloudflare's binding, which the command line has on Node, too. */
export type D1Binding = Parameters<typeof drizzle>[0];

export function createD1Db<TSchema extends Schema>(database: D1Binding, schema: TSchema): Db<TSchema> {
  return drizzle(database, { schema }) as unknown as Db<TSchema>;
}
