import { defineConfig } from "drizzle-kit";

/** One set of migrations for both hosts (libSQL and D1), only ever added to. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
});
