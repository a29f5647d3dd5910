import { defineConfig } from "vitest/config";

// The suffix of a test picks its runtime: Node, workerd through wrangler's harness, or Chromium.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/*.e2e.test.ts", "**/*.workers.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "workers",
          include: ["tests/**/*.workers.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/**/*.e2e.test.ts"],
          testTimeout: 180_000,
          // On workerd a server is bundled, migrated and given its demo first.
          hookTimeout: process.env.HOST_UNDER_TEST === "workers" ? 180_000 : 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
