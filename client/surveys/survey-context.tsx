/** One survey for all its pages: read once, kept in step with what each of them saves. */
import { useParams, type RouteSectionProps } from "@solidjs/router";
import { createContext, useContext, type Accessor, type JSX } from "solid-js";
import type { SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { readSurvey } from "./survey-api.ts";

export interface SurveyValue {
  readonly survey: Accessor<SurveyView>;
  readonly accept: (survey: SurveyView) => void;
  readonly reload: () => void;
}

const SurveyContext = createContext<SurveyValue>();

export function useSurvey(): SurveyValue {
  const value = useContext(SurveyContext);
  if (!value) throw new Error("useSurvey: this part is rendered outside the pages of a survey.");
  return value;
}

/** The route component of `survei/:surveyId`. */
export function SurveyProvider(props: RouteSectionProps): JSX.Element {
  const params = useParams();
  const { policy } = usePolicy();
  const remote = createRemote(
    () => params.surveyId,
    (id, signal) => readSurvey(policy().id, id, signal),
  );
  const current = {
    ...remote,
    data: () => {
      const survey = remote.data();
      return survey?.id === params.surveyId ? survey : undefined;
    },
  };
  return (
    <Loaded remote={current} wholePage>
      {(survey) => (
        <SurveyContext.Provider value={{ survey, accept: remote.set, reload: remote.reload }}>
          {props.children}
        </SurveyContext.Provider>
      )}
    </Loaded>
  );
}
