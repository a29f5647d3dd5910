/** Says how long the words are while they are typed, near and above the limit. The server counts for itself. */
const NEAR = 0.8;

function countIn(area: HTMLTextAreaElement, limit: number): void {
  const told = document.createElement("p");
  told.className = "hint count";
  told.setAttribute("aria-live", "polite");
  area.after(told);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const say = () => {
    const { length } = area.value;
    // Said only when it begins to matter: otherwise it would be read out at every key.
    told.textContent = length < limit * NEAR ? "" : `${number.format(length)} / ${number.format(limit)}`;
    told.classList.toggle("error", length > limit);
  };
  area.addEventListener("input", say);
  say();
}

for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-limit]"))
  countIn(area, Number(area.dataset["limit"]));
