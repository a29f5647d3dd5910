/** Documents for saving and printing: the team's, and the public's of a consultation. */
import * as v from "valibot";
import { DomainError } from "../../domain/errors.ts";
import { fitsDocx, type DocumentModel } from "../../domain/exports/document.ts";
import { exportTexts } from "../../domain/exports/exports.intl.ts";
import type { ConsultationId, WorkshopId } from "../../domain/ids.ts";
import { idSchema } from "../../domain/wire-text.ts";
import type { InboxParts } from "../contributions/inbox-parts.ts";
import { createRecent } from "../recent.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, requirePolicy, type Routes } from "../http/route.ts";
import { createStamps } from "../portal/stamps.ts";
import { createComposeDocuments, type DocumentRequest, type TextEnd } from "./compose-documents.ts";
import { FORMATS, renderDocument, type Format, type RenderedDocument } from "./render-document.ts";

/** Names in the address are those of the trade, in every language. */
const NAMES = ["matriks-masukan", "dim", "matriks-sandingan", "laporan-konsultasi", "notulen"] as const;
const PUBLIC_NAMES = ["matriks-masukan", "laporan-konsultasi"] as const;
type Name = (typeof NAMES)[number];

const end = v.pipe(v.string(), v.regex(/^(?:[1-9][0-9]{0,8}|live)$/));
const querySchema = v.strictObject({
  /** Without: all input of the policy. */
  consultation: v.optional(idSchema<ConsultationId>()),
  /** Of the minutes. */
  workshop: v.optional(idSchema<WorkshopId>()),
  /** Of the comparison: version numbers, or the live text. */
  from: v.optional(end),
  to: v.optional(end),
  bahasa: v.optional(v.picklist(["id", "en"])),
});
type Query = v.InferOutput<typeof querySchema>;

/** Public documents that are kept while nothing of their consultation changes. */
const MAX_KEPT = 40;

export function registerExportRoutes(routes: Routes, deps: Deps, parts: InboxParts): void {
  const { repos, assets } = deps;
  const compose = createComposeDocuments(deps, parts);
  const stampOf = createStamps(deps);
  const kept = createRecent<RenderedDocument>(MAX_KEPT);

  /** What of `name.format` the address asks for; `not-found` for what there is not. */
  function fileOf<Known extends Name>(
    c: AppContext,
    known: readonly Known[],
  ): { name: Known; format: Format } {
    const [, base, ending] = /^([a-z-]+)\.([a-z]+)$/.exec(c.req.param("file") ?? "") ?? [];
    const name = known.find((each) => each === base);
    const format = FORMATS.find((each) => each === ending);
    return { name: found(name, "unknown-document"), format: found(format, "unknown-document") };
  }

  const endOf = (text: string): TextEnd => (text === "live" ? "live" : Number(text));

  async function composed(name: Name, request: DocumentRequest, query: Query): Promise<DocumentModel> {
    const { policy, consultation } = request;
    switch (name) {
      case "matriks-masukan":
        return compose.matrix(request);
      case "dim":
        return compose.inventory(request);
      case "matriks-sandingan": {
        const first = consultation ? await parts.texts.numberOf(policy.id, consultation.versionId) : 1;
        return compose.comparison(request, query.from ? endOf(query.from) : first, endOf(query.to ?? "live"));
      }
      case "laporan-konsultasi":
        if (!consultation)
          throw new DomainError("bad-input", "invalid-input", "a report is of a consultation", [
            { path: "consultation", message: "missing" },
          ]);
        return compose.report({ ...request, consultation });
      case "notulen": {
        const workshop = query.workshop ? await repos.workshops.get(policy.id, query.workshop) : null;
        return compose.minutes(request, found(workshop));
      }
    }
  }

  /** The same document in other formats, beside the page. */
  function downloads(name: Name, model: DocumentModel, search: string) {
    const formats = name === "notulen" ? (["docx"] as const) : (["docx", "xlsx"] as const);
    const offered = formats.filter((format) => format !== "docx" || fitsDocx(model));
    return offered.map((format) => ({
      href: `${name}.${format}${search}`,
      label: `${exportTexts[model.locale].page.download} ${format.toUpperCase()}`,
    }));
  }

  routes.add(
    {
      method: "GET",
      path: "/api/policies/:policyId/exports/:file",
      action: "contribution.read",
      summary:
        "matriks-masukan, dim, matriks-sandingan, laporan-konsultasi or notulen, as .html, .docx, .xlsx or .csv",
      query: querySchema,
    },
    async ({ c, query }) => {
      const { policy } = requirePolicy(c);
      const { name, format } = fileOf(c, NAMES);
      const consultation = query.consultation ? await repos.consultations.get(query.consultation) : null;
      if (query.consultation && consultation?.policyId !== policy.id)
        throw new DomainError("not-found", "unknown-consultation", "another policy's consultation");
      const locale = query.bahasa ?? c.get("locale");
      const model = await composed(name, { policy, edition: "team", locale, consultation }, query);
      const { body, headers } = await renderDocument(model, format, {
        styles: await assets.documentStyles(),
        back: `/kerja/rancangan/${policy.id}/masukan`,
        downloads: downloads(name, model, new URL(c.req.url).search),
      });
      return c.body(body, 200, { ...headers, "cache-control": "no-store" });
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/konsultasi/:consultationId/dokumen/:file",
      action: "page.public",
      anonymous: true,
    },
    async ({ c }) => {
      const id = idParam<ConsultationId>(c, "consultationId");
      const { name, format } = fileOf(c, PUBLIC_NAMES);
      const stamp = await stampOf(id);
      const locale = c.get("locale");
      const styles = await assets.documentStyles();
      const { body, headers } = await kept(
        [id, name, format, locale, stamp, styles.join()].join("\n"),
        async () => {
          const consultation = found(await repos.consultations.get(id), "unknown-consultation");
          const policy = found(await repos.policies.get(consultation.policyId));
          const model = await composed(name, { policy, edition: "public", locale, consultation }, {});
          return renderDocument(model, format, {
            styles,
            back: `/konsultasi/${id}`,
            downloads: downloads(name, model, ""),
          });
        },
      );
      return c.body(body, 200, {
        ...headers,
        "cache-control": "public, no-cache",
        vary: "cookie, accept-language",
      });
    },
  );
}
