/**
 * Keeps the page of a phone in the hall fresh, and sends without leaving it.
 * The page is complete without this: every form works, a link shows the latest.
 * What is typed is kept on the device, with the form's id, until it was sent,
 * so that sending again after a break is still the same entry.
 */
const POLL_MS = 2000;

const find = <E extends Element>(selector: string, within: ParentNode = document): E | null =>
  within.querySelector<E>(selector);

const live = find<HTMLElement>("#langsung");
if (live) keepFresh(live);

function keepFresh(part: HTMLElement): void {
  const { poll = "", part: address = "" } = part.dataset;
  let revision = part.dataset["revision"] ?? "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = find<HTMLElement>(".refresh");
  if (refresh) refresh.textContent = refresh.dataset["updatesItself"] ?? "";

  async function fetchParts(): Promise<void> {
    const response = await fetch(address, { headers: { accept: "text/html" } });
    if (response.ok) show(parse(await response.text()));
  }

  /** Follows the hall to its next clause, unless somebody is writing about this one. */
  function follow(cid: string): void {
    const words = find<HTMLTextAreaElement>("#isi-masukan");
    const select = find<HTMLSelectElement>("#ketentuan");
    if (select && words?.value.trim() === "") select.value = cid;
  }

  async function ask(): Promise<void> {
    const response = await fetch(poll, { headers: { "if-none-match": `"${revision}"` }, cache: "no-store" });
    if (response.status !== 200) return;
    const news = (await response.json()) as {
      readonly revision: number;
      readonly state: string;
      readonly current: { readonly cid: string } | null;
    };
    const typing = find<HTMLTextAreaElement>("#isi-masukan")?.value.trim() !== "";
    if (news.state !== "live") {
      // Another page now; what was typed and not sent is not taken away.
      if (!typing) location.reload();
      return;
    }
    await fetchParts();
    revision = String(news.revision);
    follow(news.current?.cid ?? "");
  }

  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(round, POLL_MS);
  }
  function round(): void {
    if (document.visibilityState === "hidden") return again();
    // A lost connection is nothing to tell while one reads: the next round may find it again.
    ask()
      .catch(() => undefined)
      .finally(again);
  }
  again();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") round();
  });

  part.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches(".vote-form")) return;
    event.preventDefault();
    const body = new URLSearchParams(
      new FormData(form, event.submitter) as unknown as Record<string, string>,
    );
    fetch(form.action, { method: "POST", body, redirect: "manual" })
      .then(fetchParts)
      // Without a connection the browser says so itself when the form is sent the plain way.
      .catch(() => form.submit());
  });

  const form = find<HTMLFormElement>("#formulir-masukan");
  if (form) sendInPlace(form);
}

function parse(text: string): Document {
  return new DOMParser().parseFromString(text, "text/html");
}

/** Puts the parts of `page` that change in their places; whoever stands on one of their buttons stays there. */
function show(page: Document): void {
  const focused = document.activeElement?.id;
  for (const place of ["#kini", "#disampaikan"]) {
    const next = find(place, page);
    if (next) find(place)?.replaceChildren(...next.childNodes);
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

/** Sends the entry in the background; the words leave the field only when the server has them. */
function sendInPlace(form: HTMLFormElement): void {
  const words = find<HTMLTextAreaElement>("#isi-masukan", form);
  const id = find<HTMLInputElement>("[name=id]", form);
  const told = find<HTMLElement>("#kiriman", form);
  if (!words || !id || !told) return;
  const place = `rembuk.lokakarya.${form.action}`;
  let sending = false;

  const keep = () => {
    try {
      if (words.value === "") localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ id: id.value, words: words.value }));
    } catch {
      // The browser forbids it: the field itself is all there is.
    }
  };
  const say = (text: string, good: boolean) => {
    told.className = good ? "sent" : "error";
    told.textContent = text;
  };

  restore(place, id, words);
  words.addEventListener("input", () => {
    keep();
    say("", true);
  });

  async function send(): Promise<void> {
    sending = true;
    try {
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      const response = await fetch(form.action, { method: "POST", body });
      const page = parse(await response.text());
      const next = find<HTMLInputElement>("#formulir-masukan [name=id]", page);
      show(page);
      const refused = find<HTMLElement>("#isi-masukan-error, .notice.error, main h1 + p", page);
      if (!response.ok || !next) {
        say(refused?.textContent ?? form.dataset["notSent"] ?? "", false);
        return;
      }
      id!.value = next.value;
      words!.value = "";
      keep();
      say(find<HTMLElement>("#terkirim", page)?.textContent ?? "", true);
      words!.focus();
    } catch {
      say(form.dataset["notSent"] ?? "", false);
    } finally {
      sending = false;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!sending) void send();
  });
}

function restore(place: string, id: HTMLInputElement, words: HTMLTextAreaElement): void {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null") as {
      id?: unknown;
      words?: unknown;
    } | null;
    if (words.value !== "" || typeof kept?.id !== "string" || typeof kept.words !== "string") return;
    id.value = kept.id;
    words.value = kept.words;
  } catch {
    // Nothing that can be read: the form is as the server gave it.
  }
}

export {};
