/** What every part of the builder shares: the draft, the text it asks about, and how edits are made and undone. */
import { createContext, useContext, type Accessor } from "solid-js";
import type { Derived } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { PartId, Question, QuotedClause, SurveyDefinition } from "../../domain/surveys/survey.ts";
import type { SurveyDraft } from "./create-survey-draft.ts";

export interface Builder {
  readonly draft: SurveyDraft;
  /** The version that the survey asks about. */
  readonly text: Accessor<Derived>;
  readonly quote: (cid: Cid) => QuotedClause | null;
  /** Whether questions can be changed now. */
  readonly mayEdit: Accessor<boolean>;
  /** The question that is open for changes. */
  readonly openId: Accessor<PartId | undefined>;
  readonly open: (id: PartId | undefined) => void;
  readonly edit: (change: (definition: SurveyDefinition) => SurveyDefinition) => void;
  /** The same, with a message that offers to put back what was before. */
  readonly editWithUndo: (change: (definition: SurveyDefinition) => SurveyDefinition, said: string) => void;
  /** Said politely to those who do not see it happen. */
  readonly say: (words: string) => void;
  readonly changeQuestion: (id: PartId, change: (question: Question) => Question) => void;
}

export const BuilderContext = createContext<Builder>();

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("useBuilder: this part is rendered outside the survey builder.");
  return builder;
}
