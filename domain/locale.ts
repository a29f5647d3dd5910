/** Languages of the interface: Bahasa Indonesia first, English second, both complete. */
export const LOCALES = ["id", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Texts of one feature in every language; a missing key does not compile. */
export type Messages<T> = Readonly<Record<Locale, T>>;

/** The first language of an Accept-Language header (RFC 9110 section 12.5.4) that we have, else Indonesian. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, order) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], quality: q === undefined ? 1 : Number(q), order };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { language } of wanted) {
    // `in` is the old tag of Indonesian (ISO 639:1988), still sent by some Android phones.
    const known = language === "in" ? "id" : language;
    const locale = LOCALES.find((each) => each === known);
    if (locale) return locale;
  }
  return "id";
}
