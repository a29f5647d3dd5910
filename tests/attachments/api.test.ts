/** Files over HTTP: taken in by content, bounded, kept under their hash, given out as downloads, part of a backup. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "../../db/backup.node.ts";
import { ATTACHMENT_KINDS } from "../../domain/attachments/attachment.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { openCall, type Called } from "../submissions/call.ts";
import { TEST_HOST } from "../support/test-app.ts";
import { BAD, GOOD } from "./files.ts";

/** Ten people sign in, each with a slow hash. */
const HOOK_MS = 60_000;
const MEGABYTE = 1024 * 1024;
const pdfOf = (bytes: number): Uint8Array => {
  const file = new Uint8Array(bytes);
  file.set(GOOD.pdf);
  return file;
};

describe("files of an item", () => {
  let at: Called;
  let id: string;
  let item: ItemView;
  beforeAll(async () => {
    at = await openCall();
    id = (await at.start(at.people.head)).id;
  }, HOOK_MS);
  afterAll(() => at.t.close());
  const fresh = async () => (item = await at.add(id));
  const stored = () => at.t.data.files.list("attachments/");
  const problemOf = async (response: Response) => {
    const { reason, detail } = (await response.json()) as { reason: string; detail: string };
    return { status: response.status, reason, detail };
  };

  test.each(ATTACHMENT_KINDS)(
    "[AT1] [AT6] [AT7] %s comes in and goes out as a download only",
    async (kind) => {
      await fresh();
      const added = await at.upload(id, item.id, "Naskah ‘akhir’.bin", GOOD[kind]);
      expect(added.status).toBe(201);
      const [file] = ((await added.json()) as ItemView).files;
      expect(file).toMatchObject({ kind, bytes: GOOD[kind].byteLength });
      expect(await stored()).toContainEqual(expect.stringContaining(await sha256Hex(GOOD[kind])));
      const response = await at.t.send("GET", at.path(id, `/files/${file?.id}`), { as: at.people.colleague });
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(GOOD[kind]);
      const header = (name: string) => response.headers.get(name);
      expect(header("content-disposition")).toMatch(/^attachment; filename="/);
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("content-security-policy")).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
      expect(header("cache-control")).toBe("private, no-store");
      expect(header("content-type")).not.toMatch(/html|svg|script/);
    },
  );

  test.each(Object.keys(BAD))(
    "[AT1] [AT2] [AT4] %s named usulan.pdf is refused with a sentence, and nothing is kept",
    async (name) => {
      await fresh();
      const before = await stored();
      const refused = await problemOf(
        await at.upload(id, item.id, "usulan.pdf", BAD[name] ?? new Uint8Array()),
      );
      const empty = name === "an empty file";
      expect(refused).toMatchObject(
        empty ? { status: 400, reason: "file-empty" } : { status: 415, reason: "file-kind" },
      );
      expect(refused.detail).toMatch(empty ? /kosong/ : /Yang dilihat adalah isinya, bukan nama berkasnya/);
      expect(await stored()).toEqual(before);
      expect((await at.read(id)).items.find((each) => each.id === item.id)?.files).toEqual([]);
    },
  );

  test("[AT3] 10 MB fit, a byte more does not; five files fit, a sixth does not; 30 MB fit in all", async () => {
    await fresh();
    expect((await at.upload(id, item.id, "a.pdf", pdfOf(10 * MEGABYTE))).status).toBe(201);
    expect(await problemOf(await at.upload(id, item.id, "b.pdf", pdfOf(10 * MEGABYTE + 1)))).toMatchObject({
      status: 413,
      reason: "file-too-large",
      detail: "Satu berkas paling besar 10 MB. Perkecil atau bagi berkas itu, lalu unggah lagi.",
    });
    for (const name of ["b.txt", "c.txt", "d.txt", "e.txt"])
      expect((await at.upload(id, item.id, name, GOOD.txt)).status).toBe(201);
    expect(await problemOf(await at.upload(id, item.id, "f.txt", GOOD.txt))).toMatchObject({
      status: 409,
      reason: "too-many-files",
    });
    await fresh();
    expect((await at.upload(id, item.id, "g.pdf", pdfOf(10 * MEGABYTE))).status).toBe(201);
    expect(await problemOf(await at.upload(id, item.id, "h.pdf", pdfOf(10 * MEGABYTE)))).toMatchObject({
      status: 413,
      reason: "files-too-large",
    });
  });

  test("[AT3] uploads at once do not get past the bound together", async () => {
    await fresh();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(async (n) => at.upload(id, item.id, `${n}.txt`, GOOD.txt)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect((await at.read(id)).items.find((each) => each.id === item.id)?.files).toHaveLength(5);
  });

  test("[AT3] 20 MB over a real connection get an answer, announced or not", async () => {
    await fresh();
    const server = createServer(getRequestListener(at.t.app.fetch));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${at.path(id, `/items/${item.id}/files`)}?name=a.pdf`;
    const headers = { cookie: at.people.head.cookie, "content-type": "application/octet-stream" };
    const bytes = pdfOf(20 * MEGABYTE) as Uint8Array<ArrayBuffer>;
    try {
      const announced = await fetch(url, { method: "POST", headers, body: bytes });
      expect(await problemOf(announced)).toMatchObject({ status: 413, reason: "file-too-large" });
      let sent = 0;
      const pieces = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= bytes.byteLength) controller.close();
          else controller.enqueue(bytes.subarray(sent, (sent += MEGABYTE)));
        },
      });
      const streamed = await fetch(url, {
        method: "POST",
        headers,
        body: pieces,
        duplex: "half",
      } as RequestInit);
      expect(await problemOf(streamed)).toMatchObject({ status: 413, reason: "file-too-large" });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test("[AT9] a file taken off the draft is deleted; one that was sent stays with what was sent", async () => {
    await fresh();
    const files = async (name: string) =>
      ((await (await at.upload(id, item.id, name, GOOD.docx)).json()) as ItemView).files;
    await files("satu.docx");
    const [one, two] = await files("dua.docx");
    const take = (file: string | undefined) =>
      at.t.send("DELETE", at.path(id, `/items/${item.id}/files/${file}`), { as: at.people.head });
    expect((await take(one?.id)).status).toBe(200);
    expect((await stored()).join()).not.toContain(one?.id ?? "-");
    expect((await take(one?.id)).status).toBe(404);
    expect((await at.send(id)).status).toBe(200);
    await at.correct(id);
    expect((await take(two?.id)).status).toBe(200);
    expect((await stored()).join()).toContain(two?.id ?? "-");
    const sent = await at.t.send("GET", at.path(id, `/files/${two?.id}`), { as: at.people.head });
    expect(sent.status).toBe(200);
    expect(await at.verify()).toEqual([]);
  });

  /** One of a new item: its id, and its name in the store. */
  async function kept(): Promise<{ file: string; place: string }> {
    await fresh();
    const added = (await (await at.upload(id, item.id, "x.txt", GOOD.txt)).json()) as ItemView;
    const file = added.files[0]?.id ?? "";
    return { file, place: (await stored()).find((name) => name.includes(file)) ?? "" };
  }

  // A deployment's backup is Cloudflare's own.
  test.skipIf(TEST_HOST === "workerd")("[AT6] a backup holds every file", async () => {
    const { place } = await kept();
    const target = await mkdtemp(join(tmpdir(), "rembuk-backup-"));
    try {
      const manifest = await backup(at.t.folder, target);
      expect(manifest.files.map(({ name }) => name)).toContain(`files/${place}`);
      expect(new Uint8Array(await readFile(join(target, "files", place)))).toEqual(GOOD.txt);
    } finally {
      await rm(target, { recursive: true, force: true });
    }
  });

  test("[AT6] a file changed where it is stored is not given out", async () => {
    const { file, place } = await kept();
    if (TEST_HOST === "node") await writeFile(join(at.t.folder, "files", place), "lain");
    else await at.t.data.files.put(place, new TextEncoder().encode("lain"));
    const response = await at.t.send("GET", at.path(id, `/files/${file}`), { as: at.people.head });
    expect(response.status).toBe(500);
  });
});
