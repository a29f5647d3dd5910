/** Until when a step is to be decided; a day that passed is said in words. */
import { Show, type JSX } from "solid-js";
import type { StepView } from "../../domain/reviews/reviews.contract.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import { formatDay } from "../ui/format-day.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { reviewTexts } from "./reviews.intl.ts";

const DAY_MS = 86_400_000;

/** Days from today to `day` in that zone; negative when it passed. */
export const daysUntil = (day: string, timeZone: string, now = Date.now()): number =>
  Math.round((Date.parse(day) - Date.parse(dayOf(now, timeZone))) / DAY_MS);

export function DueMark(props: {
  step: Pick<StepView, "deadline" | "dueOn" | "overdue">;
  timeZone: string;
}): JSX.Element {
  const t = textsOf(reviewTexts);
  const counted = () => {
    const { deadline } = props.step;
    return deadline && "days" in deadline ? deadline : undefined;
  };
  const left = (day: string) => {
    const days = daysUntil(day, props.timeZone);
    return days === 0 ? t().dueToday : t().daysLeft(days);
  };
  return (
    <Show
      when={props.step.dueOn}
      fallback={
        <Show when={counted()}>
          {(limit) => <p class="small quiet">{t().dueDays(limit().days, t().dayUnit[limit().unit])}</p>}
        </Show>
      }
    >
      {(day) => (
        <p class="small due" classList={{ overdue: props.step.overdue ?? false }}>
          {t().due(formatDay(day(), locale()))}{" "}
          <span>({props.step.overdue ? t().overdue : left(day())})</span>
        </p>
      )}
    </Show>
  );
}
