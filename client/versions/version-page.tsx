/** A frozen version as a page to read, quote and print. */
import { useParams } from "@solidjs/router";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import type { VersionDetail } from "../../domain/versions/versions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { Gazette } from "../clauses/gazette.tsx";
import { gazetteLines, outlineOf } from "../../domain/clauses/gazette-lines.ts";
import { Outline } from "../clauses/outline.tsx";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { jumpToHash } from "./jump-to-hash.ts";
import { compareHref } from "./compare-picker.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { readVersion, versionContentHref } from "./version-api.ts";
import { versionTexts } from "./versions.intl.ts";
import "./versions.css";

function VersionHead(props: { version: VersionDetail }): JSX.Element {
  const t = textsOf(versionTexts);
  const { policy } = usePolicy();
  const [restoring, setRestoring] = createSignal(false);
  const number = () => props.version.number;
  const frozen = () =>
    t().frozenBy(
      props.version.author.name,
      formatDateTime(props.version.at, locale(), policy().authority.timeZone),
    );
  const authors = () =>
    new Intl.ListFormat(locale()).format(props.version.authors.map((author) => author.name));

  return (
    <header class="stack-small">
      <div class="page-head">
        <div>
          <h1>
            {t().versionNumber(number())}: {props.version.label}
          </h1>
          <p class="quiet">
            {frozen()}
            <Show when={authors()}>. {t().writtenBy(authors())}</Show>.
          </p>
        </div>
        <div class="row no-print">
          <ButtonLink href={compareHref(policy().id, number(), "live")}>{t().compareWithLive}</ButtonLink>
          <Button onClick={() => window.print()}>{t().print}</Button>
          <Show when={policy().may.restore}>
            <Button onClick={() => setRestoring(true)}>{t().restore}</Button>
          </Show>
        </div>
      </div>
      <Show when={props.version.note}>
        <p class="version-note">{props.version.note}</p>
      </Show>
      <Show when={props.version.erasedAt}>
        {(at) => (
          <p class="notice warn">
            {t().erasedText(formatDateTime(at(), locale(), policy().authority.timeZone))}
          </p>
        )}
      </Show>
      <p class="version-hash">
        <span class="small quiet">{t().hash}</span> <code>{props.version.hash}</code>{" "}
        <span class="no-print">
          <CopyButton text={props.version.hash} label={t().hashOf(number())} />
          <a class="small" href={versionContentHref(policy().id, number())}>
            {t().json}
          </a>
        </span>
      </p>
      <RestoreDialog version={props.version} open={restoring()} onClose={() => setRestoring(false)} />
    </header>
  );
}

function VersionText(props: { version: VersionDetail }): JSX.Element {
  const lines = createMemo(() => gazetteLines(props.version.clauses, props.version.labels));
  jumpToHash();
  return (
    <div class="reading">
      <Outline entries={outlineOf(lines())} />
      <Gazette lines={lines()} />
    </div>
  );
}

export function VersionPage(): JSX.Element {
  const t = textsOf(versionTexts);
  const params = useParams();
  const { policy } = usePolicy();
  const number = () => (/^[1-9][0-9]{0,8}$/.test(params.number ?? "") ? Number(params.number) : undefined);
  usePolicyPlace(
    () => t().versionNumber(number() ?? 0),
    () => [{ text: t().title, href: policyHref(policy().id, "/versi") }],
  );
  const version = createRemote(
    () => {
      const wanted = number();
      return wanted === undefined ? undefined : { policyId: policy().id, wanted };
    },
    ({ policyId, wanted }, signal) => readVersion(policyId, wanted, signal),
  );

  return (
    <PolicyFrame>
      <Show
        when={number() !== undefined}
        fallback={
          <EmptyState title={t().missingTitle} text={t().lead} wholePage>
            <ButtonLink href={policyHref(policy().id, "/versi")}>{t().title}</ButtonLink>
          </EmptyState>
        }
      >
        <Loaded remote={version} lines={12} withHeading>
          {(data) => (
            <>
              <VersionHead version={data()} />
              <VersionText version={data()} />
            </>
          )}
        </Loaded>
      </Show>
    </PolicyFrame>
  );
}
