import "./ui/theme.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import "./ui/frame.css";
import { render } from "solid-js/web";
import { Routes } from "./routes.tsx";

const mount = document.getElementById("app");
if (!mount) throw new Error("index.html has no #app");
render(() => <Routes />, mount);
