import "./ui/theme.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import "./ui/frame.css";
import { render } from "solid-js/web";
import { askForPolicyOf } from "./policies/policy-api.ts";
import { preloadPageOf, Routes } from "./routes.tsx";

const mount = document.getElementById("app");
if (!mount) throw new Error("index.html has no #app");
askForPolicyOf(location.pathname);
preloadPageOf(location.pathname);
render(() => <Routes />, mount);
