/** Where the public page is, in every form in which it is passed on: address, short address, QR, words for a chat. */
import { createResource, createSignal, Show, type JSX } from "solid-js";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { textsOf } from "../ui/locale.ts";
import { consultationTexts } from "./consultations.intl.ts";

/** First words for a chat group, always Indonesian: the invitation goes to the public. */
export function chatText({ title, summary, closesAt, timeZone, shortUrl }: ConsultationView): string {
  const first = summary.split(/(?<=[.?])\s/u)[0] ?? "";
  const until = formatDateTime(closesAt, "id", timeZone);
  return `${title}\n\n${first}\n\nBaca naskahnya dan sampaikan masukan Anda sampai ${until}:\n${shortUrl}`;
}

function Address(props: { label: string; address: string }): JSX.Element {
  return (
    <div class="address">
      <dt>{props.label}</dt>
      <dd class="row">
        <a href={props.address} rel="external">
          {props.address}
        </a>
        <CopyButton text={props.address} label={props.label} />
      </dd>
    </div>
  );
}

export function Sharing(props: { consultation: ConsultationView }): JSX.Element {
  const t = textsOf(consultationTexts);
  const [words, setWords] = createSignal(chatText(props.consultation));
  const [image] = createResource(
    () => props.consultation.shortUrl,
    async (address) => (await import("./qr-file.ts")).qrFile(address),
  );
  return (
    <section class="stack">
      <div>
        <h2>{t().share}</h2>
        <p class="small quiet">{t().shareLead}</p>
      </div>
      <div class="sharing">
        <div class="stack">
          <dl class="stack-small">
            <Address label={t().shortAddress} address={props.consultation.shortUrl} />
            <Address label={t().address} address={props.consultation.portalUrl} />
          </dl>
          <div class="stack-small">
            <TextField
              label={t().chatText}
              hint={t().chatTextHint}
              rows={7}
              maxLength={2000}
              value={words()}
              onInput={setWords}
            />
            <div>
              <CopyButton text={words()} label={t().chatText} />
            </div>
          </div>
        </div>
        <figure class="stack-small qr">
          <Show when={image.latest}>
            {(file) => (
              <>
                <img
                  src={file().href}
                  width="176"
                  height="176"
                  alt={t().qrAlt(props.consultation.shortUrl)}
                />
                <Button
                  look="plain"
                  size="small"
                  onClick={() => file().download(`qr-${props.consultation.shortCode}`)}
                >
                  {t().qrDownload}
                </Button>
              </>
            )}
          </Show>
          <a class="small" href={`${props.consultation.portalPath}/poster`} rel="external">
            {t().poster}
          </a>
        </figure>
      </div>
    </section>
  );
}
