/** Hands a file to the browser's downloads. `name` without its ending. */
export function downloadFile(content: Blob, name: string, ending: "json" | "txt" | "csv" | "svg"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = `${name}.${ending}`;
  link.click();
  // The download holds the data by then in every browser we know.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `2026-11-22`, for names of files, in the zone of the device. */
export function fileDate(at: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
