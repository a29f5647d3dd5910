/** The application on temporary database files, with real rooms and real sign-in. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { createRooms, type Rooms } from "../../collab/room/rooms.ts";
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, AuthorityId, Cid, PolicyId, UnitId } from "../../domain/ids.ts";
import type { PolicyRole, Stage } from "../../domain/policies/policy.ts";
import { createTemplate } from "../../domain/policies/template.ts";
import { createApp, type Application } from "../../server/app.ts";
import { openDataFolder, type DataFolder } from "../../server/data-folder.node.ts";
import { createDeps, DEFAULT_LIMITS, type Deps, type HostParts, type Limits } from "../../server/deps.ts";
import { noAssets } from "../../server/http/assets.ts";
import { silentLogger } from "../../server/http/logger.ts";

export const ORIGIN = "http://rembuk.test";
export const PASSWORD = "kata sandi panjang";
export const AUTHORITY = {
  name: "Pemerintah Kota Uji",
  office: "WALI KOTA UJI",
  spelling: "Wali Kota",
  region: "Kota Uji",
  province: "Sulawesi Tengah",
  gazette: "Berita Daerah",
  timeZone: "Asia/Makassar",
  letterhead: "WALI KOTA UJI",
};

export interface Person {
  readonly id: AccountId;
  readonly email: string;
  readonly cookie: string;
}

export interface TestApp extends Application {
  readonly deps: Deps;
  readonly data: DataFolder;
  readonly folder: string;
  readonly rooms: Rooms;
  readonly authorityId: AuthorityId;
  addAccount(
    role: AccountRole,
    options?: { readonly demo?: boolean; readonly head?: boolean; readonly unitId?: UnitId },
  ): Promise<Person>;
  signIn(email: string, password?: string): Promise<string>;
  addPolicy(
    owner: AccountId,
    options?: { readonly stage?: Stage; readonly members?: readonly (readonly [AccountId, PolicyRole])[] },
  ): Promise<PolicyId>;
  /** A request as `person`; an object as body is sent as JSON. */
  send(
    method: string,
    path: string,
    options?: {
      readonly as?: Person | undefined;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    },
  ): Promise<Response>;
  close(): Promise<void>;
}

const UNLIMITED = Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, { max: 1_000_000, windowMs: 60_000 }]),
) as unknown as Limits;

/** Where the application of this run is: in this process over libSQL, or in workerd over D1. */
export const TEST_HOST = process.env["TEST_HOST"] === "workerd" ? "workerd" : "node";

type SharedParts = Omit<HostParts, "db" | "rooms" | "files">;

interface OpenApp extends Application {
  readonly deps: Deps;
  readonly data: DataFolder;
  readonly folder: string;
  readonly rooms: Rooms;
  close(): Promise<void>;
}

async function openOnNode(parts: SharedParts, overrides: Partial<Deps>): Promise<OpenApp> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-app-"));
  const data = await openDataFolder(folder);
  const log = await openSqlLog(data.rooms);
  const rooms = createRooms({
    log,
    report: (what, policy, error) => {
      throw new Error(`${what} ${policy}`, { cause: error });
    },
  });
  const ofFolder = {
    db: data.db,
    rooms,
    files: data.files,
    emptyLog: () => data.relations.checkpoint(),
    scrub: async () => {
      await data.rooms.scrub();
      await data.relations.scrub();
    },
  };
  const deps = createDeps({ ...ofFolder, ...parts }, overrides);
  return {
    ...createApp(deps),
    deps,
    data,
    folder,
    rooms,
    async close() {
      await rooms.close();
      await log.close();
      await data.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openInWorkerd(parts: SharedParts, overrides: Partial<Deps>): Promise<OpenApp> {
  const { openWorkerdApp } = await import("./workerd-app.ts");
  const { app, deps, data, rooms } = await openWorkerdApp(parts, overrides);
  const absent = new Proxy(data as unknown as DataFolder, {
    get(target, name) {
      if (name in target) return target[name as keyof DataFolder];
      throw new Error(`no ${String(name)} of a data folder in workerd`);
    },
  });
  return {
    routes: createApp(deps).routes,
    app: app as unknown as Application["app"],
    deps,
    data: absent,
    folder: "",
    rooms,
    close: async () => undefined,
  };
}

export async function openTestApp(
  host: Partial<HostParts> = {},
  overrides: Partial<Deps> = {},
): Promise<TestApp> {
  const parts = {
    mailer: null,
    assets: { ...noAssets, index: async () => "<!doctype html><title>Rembuk</title>" },
    logger: silentLogger,
    baseUrl: ORIGIN,
    trustedOrigins: [ORIGIN],
    authSecret: "a secret for tests that is long enough",
    isDemo: () => false,
    addressOf: () => "203.0.113.7",
    ...host,
  };
  const open = TEST_HOST === "workerd" ? openInWorkerd : openOnNode;
  const opened = await open(parts, { limits: UNLIMITED, ...overrides });
  const { app, deps, rooms } = opened;
  const { repos } = deps;
  const authorityId = ulid() as AuthorityId;
  await repos.directory.addAuthority({ ...AUTHORITY, id: authorityId, demo: false }, { actor: null, at: 1 });
  // One slow hash for all accounts: it is the same password.
  const hashed = await deps.hashPassword(PASSWORD);
  let people = 0;

  async function signIn(email: string, password = PASSWORD): Promise<string> {
    const response = await app.request("/masuk", {
      method: "POST",
      body: new URLSearchParams({ email, password }),
    });
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  return {
    ...opened,
    authorityId,
    signIn,
    async addAccount(role, { demo = false, head = false, unitId } = {}) {
      people += 1;
      const id = ulid() as AccountId;
      const email = `${role}${people}@uji.test`;
      const by = { actor: null, at: deps.now() };
      await repos.accounts.add(
        { id, name: `Orang ${people}`, email, role, head, unitId: unitId ?? null, demo },
        by,
        repos.accounts.passwordStatements(id, hashed, ulid(), by),
      );
      return { id, email, cookie: await signIn(email) };
    },
    async addPolicy(owner, { stage = "drafting", members = [] } = {}) {
      const id = ulid() as PolicyId;
      const at = deps.now();
      const newCid = () => ulid() as Cid;
      const clauses = createTemplate({ documentType: "perkada", authority: AUTHORITY, title: "Uji", newCid });
      await rooms.create(id, clauses, owner);
      await repos.policies.create(
        {
          id,
          authorityId,
          unitId: null,
          documentType: "perkada",
          title: "Uji",
          stage,
          createdBy: owner,
          createdAt: at,
        },
        { actor: owner, at },
      );
      for (const [account, role] of members)
        await repos.policies.putMember(id, account, role, { actor: owner, at });
      return id;
    },
    async send(method, path, { as, body, headers = {} } = {}) {
      const json = body !== undefined;
      return app.request(path, {
        method,
        headers: {
          ...(as && { cookie: as.cookie }),
          ...(json && { "content-type": "application/json" }),
          ...headers,
        },
        ...(json && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
    },
  };
}
