import type { JSX } from "solid-js";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { accountTexts } from "./accounts.intl.ts";

/** Indonesia's three zones; the law counts days in the zone of the government. */
const ZONES = [
  { value: "Asia/Jakarta", label: "WIB (Asia/Jakarta)" },
  { value: "Asia/Pontianak", label: "WIB (Asia/Pontianak)" },
  { value: "Asia/Makassar", label: "WITA (Asia/Makassar)" },
  { value: "Asia/Jayapura", label: "WIT (Asia/Jayapura)" },
] as const;

export function ZoneField(props: { value: string; onChange: (zone: string) => void }): JSX.Element {
  const t = textsOf(accountTexts);
  return (
    <SelectField
      label={t().authorityFields.timeZone}
      hint={t().authorityHints.timeZone}
      value={props.value}
      choices={
        ZONES.some((zone) => zone.value === props.value)
          ? ZONES
          : [...ZONES, { value: props.value, label: props.value }]
      }
      onChange={(zone) => props.onChange(zone)}
    />
  );
}
