/** The last question before sending: in whose name, to what, how much, and what follows. */
import { useNavigate } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { GroupId } from "../../domain/ids.ts";
import { isApiError } from "../api/api-error.ts";
import { Confirm } from "../ui/confirm.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { useDraft } from "./draft-context.tsx";
import { sendSubmission } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function SendDialog(props: { open: boolean; remarks: number; onClose: () => void }): JSX.Element {
  const t = textsOf(submissionTexts);
  const navigate = useNavigate();
  const { view, put, reload } = useDraft();
  const groups = () => view().consultation.groups;
  // A group called like the body is most likely its own.
  const likely = () => groups().find(({ name }) => view().body.name.startsWith(name))?.id ?? "";
  const [chosen, setChosen] = createSignal<GroupId | "">();
  const groupId = () => chosen() ?? likely();
  const last = () => view().sendings.at(-1);

  async function send(): Promise<void> {
    try {
      const sent = await sendSubmission(view().id, view().revision, { groupId: groupId() || null });
      put(sent);
      navigate(`/kerja/usulan/${sent.id}/terkirim/${sent.sendings.at(-1)?.number ?? 1}`);
    } catch (error) {
      // A colleague changed something: it is shown behind the question, which says so.
      if (isApiError(error, "stale") || isApiError(error, "conflict")) reload();
      throw error;
    }
  }

  return (
    <Confirm
      open={props.open}
      onClose={() => props.onClose()}
      title={t().sendTitle(view().body.name)}
      description={t().sendText(view().consultation.title, view().items.length)}
      action={t().sendAction(view().items.length)}
      onConfirm={send}
    >
      <p>{t().sendConsequence}</p>
      <Show when={last()}>{(sending) => <p>{t().sendReplaces(sending().number)}</p>}</Show>
      <Show when={props.remarks > 0}>
        <p class="notice warn">{t().sendRemarks(props.remarks)}</p>
      </Show>
      <Show when={groups().length > 0}>
        <SelectField
          label={t().group}
          hint={t().groupHint}
          value={groupId()}
          placeholder={t().groupNone}
          choices={groups().map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
          optional
        />
      </Show>
    </Confirm>
  );
}
