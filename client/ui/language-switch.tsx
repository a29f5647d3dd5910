import { For, type JSX } from "solid-js";
import { LOCALES, type Locale } from "../../domain/locale.ts";
import { locale, textsOf } from "./locale.ts";
import { uiTexts } from "./ui.intl.ts";

/** Both languages side by side, the present one pressed. Each is named in itself for those who do not read the other. */
export function LanguageSwitch(props: { onChange: (locale: Locale) => void }): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <div class="segmented" role="group" aria-label={t().language}>
      <For each={LOCALES}>
        {(each) => (
          <button
            type="button"
            lang={each}
            aria-pressed={locale() === each}
            onClick={() => props.onChange(each)}
          >
            {each.toUpperCase()}
            <span class="visually-hidden"> {t().languageName[each]}</span>
          </button>
        )}
      </For>
    </div>
  );
}
