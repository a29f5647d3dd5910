import { defineConfig } from "vitest/config";

/** How long a page or a runtime beside this one may take to come round: on a busy machine a second is not enough. */
const PATIENT = { poll: { timeout: 10_000 } };

/** What asks the application by HTTP, and so runs against either host. */
const APP_SUITES = [
  "access/routes",
  "accounts/{signing-in,links,administration}",
  "attachments/api",
  "comments/send",
  "consultations/{api,repo,retention}",
  "contributions/{api,raise-figure}",
  "dispositions/{api,races,record}",
  "duties/duties",
  "exports/{documents,minutes-document}",
  "history/clause-names",
  "http/{bad-input,edge}",
  "mail/mail",
  "policies/policies",
  "portal/{published,size}",
  "reviews/{api,audit,brief}",
  "stages/api",
  "submissions/{api,privacy}",
  "surveys/{anonymity,api,closing,portal}",
  "versions/api",
  "workshops/{api,hall,minutes}",
].map((suite) => `tests/${suite}.test.ts`);

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
        // The same suites of the application, in workerd over D1, objects and R2 (tests/support/workerd-app.ts).
        test: {
          name: "app-workerd",
          include: APP_SUITES,
          env: { TEST_HOST: "workerd" },
          // One workerd for all files of a process.
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "workers",
          include: ["tests/**/*.workers.test.ts"],
          testTimeout: 120_000,
          expect: PATIENT,
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
          expect: PATIENT,
        },
      },
    ],
  },
});
