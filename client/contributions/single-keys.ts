/** Whether single keys act in the inbox: kept on this device, for whoever dictates or hits keys by accident. */
import { createSignal } from "solid-js";

const NAME = "tombol-tunggal";

const read = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== "mati";
  } catch {
    return true;
  }
};

const [singleKeys, setSignal] = createSignal(read());
export { singleKeys };

export function setSingleKeys(on: boolean): void {
  setSignal(on);
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "mati");
  } catch {
    // A browser without storage keeps the choice while the page is open.
  }
}
