/** Whether both hold the same. A plain loop: it is asked of tens of kilobytes for each of hundreds who come back. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
