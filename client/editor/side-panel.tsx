/** What is known about the text, in tabs; only those that have something behind them. */
import { Tabs } from "@kobalte/core/tabs";
import { Show, type JSX } from "solid-js";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

export function SidePanel(props: { versionsTurn: number; onJump?: (() => void) | undefined }): JSX.Element {
  const t = textsOf(editorTexts);
  const { findingCount } = useEditor();
  return (
    <Tabs class="panel-tabs" defaultValue="findings">
      <Tabs.List class="panel-tablist" aria-label={t().panel}>
        <Tabs.Trigger class="panel-tab" value="findings">
          {t().findings}
          <Show when={findingCount() > 0}>
            {" "}
            <span class="numeric">{formatNumber(findingCount(), locale())}</span>
          </Show>
        </Tabs.Trigger>
        <Tabs.Trigger class="panel-tab" value="history">
          {t().history}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content class="panel-content" value="findings">
        <FindingsPanel onJump={props.onJump} />
      </Tabs.Content>
      <Tabs.Content class="panel-content" value="history">
        <VersionsPanel turn={props.versionsTurn} />
      </Tabs.Content>
    </Tabs>
  );
}
