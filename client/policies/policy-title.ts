/** A title in its two parts: what it is ("RANCANGAN PERATURAN ... TAHUN ...") and what it is about, which tells drafts apart. */
export interface PolicyTitle {
  /** "" when the title has no TENTANG. */
  readonly form: string;
  readonly name: string;
}

/** Splits at the first TENTANG; the words themselves stay as the law prints them. */
export function splitTitle(title: string): PolicyTitle {
  const match = /^(.+?)\s+tentang\s+(.+)$/is.exec(title);
  return { form: match?.[1] ?? "", name: match?.[2] ?? title };
}
