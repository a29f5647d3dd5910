/** The cells of a `tabel`, edited apart from the text: keyboard first, with cells pasted from a spreadsheet. */
import { createSignal, Index, Show, type JSX } from "solid-js";
import type { TableValue } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { useEditor } from "./editor-context.tsx";
import {
  columnsOf,
  emptyTable,
  readSpreadsheet,
  rectangular,
  withCell,
  withColumn,
  withHead,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
  type Cell,
} from "./table-grid.ts";
import { tableTexts } from "./table.intl.ts";
import "./table.css";

export function TableDialog(): JSX.Element {
  const { tableEditing } = useEditor();
  return (
    <Show when={tableEditing()} keyed>
      {(cid) => <OpenTable cid={cid} />}
    </Show>
  );
}

function OpenTable(props: { cid: Cid }): JSX.Element {
  const t = textsOf(tableTexts);
  const ui = textsOf(uiTexts);
  const { session } = useEditor();
  const [table, setTable] = createSignal<TableValue>(rectangular(session.tableOf(props.cid) ?? emptyTable()));
  const [here, setHere] = createSignal<Cell>({ row: 0, column: 0 });
  const [tooLarge, setTooLarge] = createSignal(false);
  let grid: HTMLTableElement | undefined;

  const close = () => {
    session.closeTable();
    session.focus();
  };
  const save = () => {
    if (session.setTable(props.cid, table())) close();
    else setTooLarge(true);
  };
  const goTo = (row: number, column: number) => {
    const last = { row: table().rows.length - 1, column: columnsOf(table()) - 1 };
    const at = {
      row: Math.max(0, Math.min(row, last.row)),
      column: Math.max(0, Math.min(column, last.column)),
    };
    setHere(at);
    grid?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)?.focus();
  };
  const change = (next: TableValue) => {
    setTable(next);
    goTo(here().row, here().column);
  };

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
    const { row, column } = here();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (event.isComposing || event.altKey) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === "Enter" && !event.shiftKey) {
      if (row === table().rows.length - 1) setTable(withRow(table(), row + 1));
      goTo(row + 1, column);
    } else if (event.key === "ArrowUp" && selectionStart === selectionEnd && selectionStart === 0) {
      goTo(row - 1, column);
    } else if (
      event.key === "ArrowDown" &&
      selectionStart === selectionEnd &&
      selectionEnd === value.length
    ) {
      goTo(row + 1, column);
    } else return;
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent): void {
    const cells = readSpreadsheet(event.clipboardData?.getData("text/plain") ?? "");
    if (cells === null) return;
    event.preventDefault();
    change(withPasted(table(), here(), cells));
  }

  return (
    <Modal
      open
      onClose={close}
      title={t().title}
      description={t().help}
      actions={
        <>
          <Button onClick={close}>{ui().cancel}</Button>
          <Button look="primary" onClick={save}>
            {t().save}
          </Button>
        </>
      }
    >
      <div class="table-tools">
        <Button size="small" onClick={() => change(withRow(table(), here().row + 1))}>
          {t().addRow}
        </Button>
        <Button size="small" onClick={() => change(withoutRow(table(), here().row))}>
          {t().removeRow}
        </Button>
        <Button size="small" onClick={() => change(withColumn(table(), here().column + 1))}>
          {t().addColumn}
        </Button>
        <Button size="small" onClick={() => change(withoutColumn(table(), here().column))}>
          {t().removeColumn}
        </Button>
        <label class="table-head">
          {t().headRows}
          <input
            type="number"
            min="0"
            max={table().rows.length}
            value={table().head}
            onInput={(event) => setTable(withHead(table(), event.currentTarget.valueAsNumber || 0))}
          />
        </label>
      </div>
      <div class="table-cells">
        <table ref={(element) => (grid = element)}>
          <tbody>
            <Index each={table().rows}>
              {(cells, row) => (
                <tr>
                  <Index each={cells()}>
                    {(text, column) => (
                      <td classList={{ head: row < table().head }}>
                        <textarea
                          rows={1}
                          lang="id"
                          spellcheck={false}
                          data-cell={`${row} ${column}`}
                          aria-label={t().cell(row + 1, column + 1)}
                          value={text()}
                          onFocus={() => setHere({ row, column })}
                          onInput={(event) =>
                            setTable(withCell(table(), { row, column }, event.currentTarget.value))
                          }
                          onKeyDown={onKeyDown}
                          onPaste={onPaste}
                        />
                      </td>
                    )}
                  </Index>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <Show when={tooLarge()}>
        <p class="error" role="alert">
          {t().tooLarge}
        </p>
      </Show>
    </Modal>
  );
}
