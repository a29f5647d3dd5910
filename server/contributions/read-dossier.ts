/** Everything about one clause on one page, for the team: what was said, what was answered, how it changed. */
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import { CHANNELS, type Channel, type Contribution } from "../../domain/contributions/contribution.ts";
import type { ClauseDossier } from "../../domain/contributions/contributions.contract.ts";
import { heatByClause } from "../../domain/contributions/heat.ts";
import { INBOX_ORDER } from "../../domain/contributions/inbox.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import type { LineageFact } from "../../domain/versions/lineage.ts";
import { gatherMarks, markWords } from "../../domain/versions/word-marks.ts";
import type { Deps } from "../deps.ts";
import type { PresentDispositions } from "../dispositions/present-dispositions.ts";
import { createReadResults } from "../surveys/read-results.ts";
import { nameOf, type LoadInbox } from "./load-inbox.ts";
import { clauseName, type PresentContributions } from "./present-contributions.ts";
import type { ReadText, TextStandings } from "./text-standings.ts";

type Change = ClauseDossier["changes"][number];

export function createReadDossier(
  deps: Pick<Deps, "repos" | "now">,
  texts: TextStandings,
  loadInbox: LoadInbox,
  present: PresentContributions,
  dispositions: PresentDispositions,
) {
  const { repos } = deps;
  const readResults = createReadResults(deps);

  /** Null for a clause that the policy never had. */
  return async function readDossier(policy: PolicyId, cid: Cid): Promise<ClauseDossier | null> {
    const inbox = await loadInbox(policy);
    const { live } = inbox;
    const history = await historyOf(policy, cid, live);
    if (!history) return null;
    const on = inbox.inputs.filter(({ entry }) => entry.listedUnder.has(cid));
    const inOrder = on.toSorted((a, b) => INBOX_ORDER.newest(a.entry, b.entry));
    const [items, whole] = await Promise.all([
      present.items(policy, inbox, inOrder),
      repos.contributions.find(
        policy,
        inOrder.map(({ listed }) => listed.id),
      ),
    ]);
    const byId = new Map(whole.map((each) => [each.id, each]));
    const byChannel = Object.fromEntries(CHANNELS.map((channel) => [channel, 0])) as Record<Channel, number>;
    for (const { listed } of on) byChannel[listed.channel] += 1;
    const heat = heatByClause(
      inbox.inputs.map(({ entry }) => entry),
      () => true,
    ).get(cid);
    const { state, into, citation } = history;
    return {
      cid,
      citation,
      state,
      ...(into && { into: clauseName(live, live, into) }),
      heat: heat ? { cid, ...heat } : null,
      inputs: items,
      proposals: items.flatMap((item) => {
        const contribution = byId.get(item.id);
        return contribution ? proposalOf(contribution, live, item) : [];
      }),
      changes: await withAnswers(policy, cid, history.changes),
      surveyFigures: await figuresOn(policy, cid, live),
      byChannel,
    };
  };

  /** Closed questions about the clause, or about one that was taken into it. */
  async function figuresOn(
    policy: PolicyId,
    cid: Cid,
    live: ReadText,
  ): Promise<ClauseDossier["surveyFigures"]> {
    const figures: ClauseDossier["surveyFigures"][number][] = [];
    for (const { survey } of await repos.surveys.list(policy)) {
      if (survey.state === "draft") continue;
      const setting = await repos.surveys.setting(survey.id);
      if (!setting) continue;
      const read = await texts.version(policy, survey.versionId);
      const { placeOf } = await texts.between(read, live);
      const { questions, units } = await readResults.results(setting);
      for (const question of questions) {
        if (!question.targets.some((target) => target.cid === cid || placeOf(target.cid) === cid)) continue;
        figures.push({
          survey: { id: survey.id, title: survey.title },
          version: read.number,
          question,
          units,
        });
      }
    }
    return figures;
  }

  /** Versions in which the clause, or what is under it, is not as in the one before; the live text at the end. */
  async function historyOf(policy: PolicyId, cid: Cid, live: ReadText) {
    const versions = (await repos.versions.list(policy, 10_000)).toReversed();
    const changes: Omit<Change, "dispositions">[] = [];
    let before: ReadText | null = null;
    let lastWith: ReadText | null = null;
    for (const version of [...versions, "live" as const]) {
      const text: ReadText = version === "live" ? live : await texts.version(policy, version.id);
      const present = text.indexOf.has(cid);
      const facts = before === null ? [] : await factsBetween(before, text, cid);
      const described =
        version === "live"
          ? version
          : { id: version.id, number: version.number, label: version.label, at: version.at };
      if (before === null && present)
        changes.push({ version: described, facts: ["new"], citation: nameOf(text, cid) });
      else if (before !== null && facts.length > 0)
        changes.push({ version: described, facts, citation: nameOf(present ? text : before, cid) });
      if (present) lastWith = text;
      before = text;
    }
    if (!lastWith) return null;
    const place = live.indexOf.has(cid) ? cid : (await texts.between(lastWith, live)).placeOf(cid);
    return {
      changes,
      citation: nameOf(lastWith, cid),
      state: place === cid ? ("present" as const) : place ? ("merged" as const) : ("removed" as const),
      into: place === cid ? null : place,
    };
  }

  async function factsBetween(before: ReadText, after: ReadText, cid: Cid): Promise<LineageFact["fact"][]> {
    const index = before.indexOf.get(cid);
    const { lineage, of } = await texts.between(before, after);
    const own = (lineage.get(cid) ?? []).map(({ fact }) => fact).filter((fact) => fact !== "kept");
    if (own.length > 0 || index === undefined || !after.indexOf.has(cid)) return own;
    const { state, splitInto } = of({ cid });
    return state === "changed" || splitInto ? ["words"] : [];
  }

  async function withAnswers(policy: PolicyId, cid: Cid, changes: readonly Omit<Change, "dispositions">[]) {
    const versions = await repos.versions.list(policy, 10_000);
    const answers = (await repos.dispositions.ofPolicy(policy)).filter(
      ({ change, current }) => change?.cid === cid && current.length > 0,
    );
    const views = await dispositions.present(policy, answers);
    return changes.map((change): Change => ({
      ...change,
      dispositions: views.filter((_, at) => {
        const link = answers[at]?.change;
        const bound = link ? boundVersion(link, versions) : null;
        return change.version === "live" ? !bound : bound?.id === change.version.id;
      }),
    }));
  }
}

/** A proposed wording beside the clause as it stands. */
function proposalOf(
  { id, proposedText, targets, state }: Contribution,
  live: ReadText,
  { group, unit }: { readonly group?: { name: string }; readonly unit?: { name: string } },
): ClauseDossier["proposals"][number][] {
  if (proposedText === null || state === "withdrawn") return [];
  const [target] = targets;
  const index = target && live.indexOf.get(target.itemCid ?? target.cid);
  const spoken = index === undefined ? [] : clausesWithWords(live, index);
  const words = spoken.map(clauseText).join("\n");
  const [only, ...others] = spoken;
  return [
    {
      id,
      text: proposedText,
      ...(group && { group: group.name }),
      ...(unit && { unit: unit.name }),
      state,
      ...(only && others.length === 0 && only.kind !== "tabel" && { replaces: only.cid }),
      marks: gatherMarks(markWords(words, proposedText)),
    },
  ];
}

function clausesWithWords({ clauses, tree }: ReadText, index: number): Clause[] {
  const { start, end } = subtreeOf(tree, index);
  return clauses.slice(start, end).filter((clause) => clauseText(clause) !== "");
}
