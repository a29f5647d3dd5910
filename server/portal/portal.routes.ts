/** The public face: pages that everyone may read, forms that work without JavaScript. */
import { registerCommentRoutes } from "../comments/comment.routes.ts";
import { registerReceiptRoutes } from "../comments/receipt.routes.ts";
import { createTextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import type { Routes } from "../http/route.ts";
import { registerConsultationPages } from "./consultation.routes.ts";
import { registerDossierPage } from "./dossier.routes.ts";
import { registerEntrance } from "./entrance.routes.ts";
import { createPages } from "./pages.ts";
import { createPublicPages } from "./public-pages.ts";
import { registerPublishedPages } from "./published.routes.ts";
import { registerRegisterPages } from "./register.routes.ts";
import { createStamps } from "./stamps.ts";
import { registerVerifyPages } from "./verify.routes.ts";
import { createVersionTexts } from "./version-texts.ts";

export function registerPortalRoutes(routes: Routes, deps: Deps): void {
  const pages = createPages(deps);
  const readText = createVersionTexts(deps.repos.versions);
  const parts = {
    pages,
    readText,
    publicPage: createPublicPages(deps, pages),
    stampOf: createStamps(deps),
    texts: createTextStandings(deps),
  };
  registerEntrance(routes, deps, parts);
  registerConsultationPages(routes, deps, parts);
  registerRegisterPages(routes, deps, parts);
  registerPublishedPages(routes, deps, parts);
  registerDossierPage(routes, deps, parts);
  registerVerifyPages(routes, deps, parts);
  registerCommentRoutes(routes, deps, parts);
  registerReceiptRoutes(routes, deps, parts);
}
