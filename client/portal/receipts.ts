/**
 * Keeps the addresses of receipts on this device and lists them on the first
 * page. Nothing of it is needed, and nothing of it leaves the device.
 */
interface KeptReceipt {
  readonly path: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

const KEY = "rembuk-tanda-terima";
const MOST = 100;

function isReceipt(value: unknown): value is KeptReceipt {
  const receipt = value as Partial<KeptReceipt> | null;
  return (
    typeof receipt === "object" &&
    typeof receipt?.path === "string" &&
    /^\/tanda-terima\/[\w-]+$/.test(receipt.path) &&
    typeof receipt.title === "string" &&
    typeof receipt.on === "string"
  );
}

/** Empty where storage is refused or holds something else. */
function read(): KeptReceipt[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

function write(receipts: readonly KeptReceipt[]): void {
  try {
    if (receipts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(receipts.slice(0, MOST)));
  } catch {
    // Storage is full or refused: the page says to keep the address anyway.
  }
}

function keepThisOne(): void {
  const path = document.querySelector<HTMLElement>("[data-receipt]")?.dataset["receipt"];
  const title = document.querySelector<HTMLElement>("[data-receipt]")?.dataset["title"] ?? "";
  if (!path) return;
  const kept = read();
  if (kept.some((each) => each.path === path)) return;
  write([{ path, title, on: new Date().toISOString().slice(0, 10) }, ...kept]);
}

function listThem(): void {
  const place = document.querySelector<HTMLElement>("#masukan-saya");
  const kept = read();
  if (!place || kept.length === 0) return;
  const heading = document.createElement("h2");
  heading.textContent = place.dataset["title"] ?? "";
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = place.dataset["hint"] ?? "";
  const list = document.createElement("ul");
  list.className = "plain";
  for (const { path, title, on } of kept) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = `${title || path} (${on})`;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const forget = document.createElement("button");
  forget.type = "button";
  forget.className = "link-button";
  forget.textContent = place.dataset["forget"] ?? "";
  forget.addEventListener("click", () => {
    write([]);
    place.hidden = true;
  });
  place.append(heading, hint, list, forget);
  place.hidden = false;
}

keepThisOne();
listThem();
