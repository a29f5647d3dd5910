/** The relational database on Cloudflare D1, as the same type that Node has. */
import { drizzle } from "drizzle-orm/d1";
import type { Db, Schema } from "./database.ts";

export function createD1Db<TSchema extends Schema>(database: D1Database, schema: TSchema): Db<TSchema> {
  return drizzle(database, { schema }) as unknown as Db<TSchema>;
}
