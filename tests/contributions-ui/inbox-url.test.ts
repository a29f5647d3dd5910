import { describe, expect, test } from "vitest";
import { addressOf, countFilters, inboxSearch, readInboxView } from "../../client/contributions/inbox-url.ts";
import type { Cid, ContributionId, GroupId } from "../../domain/ids.ts";

const ID = "01M80S6NFGBVJ8FH9VJY5NEQEE";

/** As the router reads an address. */
const valuesOf = (search: string) => Object.fromEntries(new URLSearchParams(search));

describe("the inbox in its address", () => {
  test("an address without filters shows what waits for an answer, newest first", () => {
    expect(readInboxView({})).toEqual({ filters: { state: "open" }, order: "newest", openId: undefined });
    expect(inboxSearch({ state: "open" })).toBe("");
  });

  test("every filter, the order and the open input survive the way through the address", () => {
    const filters = {
      state: "answered",
      standing: "merged",
      cid: ID as Cid,
      channel: "workshop",
      stance: "against",
      outcome: "partly",
      group: ID as GroupId,
      consultation: "none",
      source: ID,
      assignee: "me",
      q: "jam & pelatihan daring",
    } as const;
    const search = inboxSearch(filters, ID as ContributionId, "clause");
    expect(readInboxView(valuesOf(search))).toEqual({ filters, order: "clause", openId: ID });
  });

  test("all states are an address of their own", () => {
    expect(inboxSearch({})).toBe("?keadaan=semua");
    expect(readInboxView({ keadaan: "semua" }).filters).toEqual({});
  });

  test("values that mean nothing are dropped and the rest is kept", () => {
    const view = readInboxView({
      keadaan: "hilang",
      saluran: ["comment", "workshop"],
      kelompok: "<script>",
      ketentuan: "7",
      urut: "acak",
      buka: "..",
      lain: "x",
    });
    expect(view).toEqual({
      filters: { state: "open", channel: "comment" },
      order: "newest",
      openId: undefined,
    });
  });

  test("a filter that is taken away leaves the address", () => {
    expect(addressOf({ filters: { state: "open" }, order: "newest", openId: undefined })).toEqual({
      keadaan: null,
      kedudukan: null,
      ketentuan: null,
      butir: null,
      saluran: null,
      sikap: null,
      jawaban: null,
      kelompok: null,
      konsultasi: null,
      sumber: null,
      petugas: null,
      cari: null,
      urut: null,
      buka: null,
    });
  });

  test("the default view counts as no filter, another state as one", () => {
    expect(countFilters({ state: "open" })).toBe(0);
    expect(countFilters({})).toBe(1);
    expect(countFilters({ state: "open", channel: "comment", q: "a" })).toBe(2);
  });
});
