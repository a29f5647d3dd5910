/** Says where a row that scrolls sideways goes on, so that the style sheet can fade that edge. */

/** Sets `data-before` and `data-after` on `row` while something of it lies beyond that edge. Returns the disposer. */
export function watchScrollEdges(row: HTMLElement): () => void {
  const update = () => {
    // Fractions of a pixel are no content.
    row.toggleAttribute("data-before", row.scrollLeft > 1);
    row.toggleAttribute("data-after", row.scrollLeft + row.clientWidth < row.scrollWidth - 1);
  };
  row.addEventListener("scroll", update, { passive: true });
  const sizes = new ResizeObserver(update);
  sizes.observe(row);
  for (const part of row.children) sizes.observe(part);
  update();
  return () => {
    row.removeEventListener("scroll", update);
    sizes.disconnect();
  };
}
