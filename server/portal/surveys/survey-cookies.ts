/** Two cookies of one survey, sent only to its own address: the device under `open`, the invitation under `anonymous`. */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { SurveyId } from "../../../domain/ids.ts";
import type { Deps } from "../../deps.ts";
import type { AppContext } from "../../http/context.ts";
import { surveyPath } from "../../surveys/hand-out.ts";

const DEVICE = "survei-perangkat";
const INVITATION = "survei-undangan";
/** As long as a survey can last. */
const DEVICE_KEPT_S = 400 * 24 * 3600;

export function createSurveyCookies({ randomId, baseUrl }: Pick<Deps, "randomId" | "baseUrl">) {
  const options = (id: SurveyId) =>
    ({
      path: surveyPath(id),
      httpOnly: true,
      sameSite: "Lax",
      secure: baseUrl.startsWith("https:"),
    }) as const;

  function deviceOf(c: AppContext): string | null {
    const value = getCookie(c, DEVICE);
    return value !== undefined && /^[0-9A-Z]{26}$/.test(value) ? value : null;
  }

  return {
    deviceOf,
    /** The device's mark; one that has none gets one with the answer. [PA5] */
    keepDevice(c: AppContext, id: SurveyId): string {
      const known = deviceOf(c);
      if (known !== null) return known;
      const fresh = randomId();
      setCookie(c, DEVICE, fresh, { ...options(id), maxAge: DEVICE_KEPT_S });
      return fresh;
    },
    invitationOf(c: AppContext): string | null {
      const value = getCookie(c, INVITATION);
      return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
    },
    /** Until the browser is closed, or it was used. */
    keepInvitation(c: AppContext, id: SurveyId, token: string): void {
      setCookie(c, INVITATION, token, options(id));
    },
    forgetInvitation(c: AppContext, id: SurveyId): void {
      deleteCookie(c, INVITATION, options(id));
    },
  };
}
