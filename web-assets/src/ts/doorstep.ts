// The agent's page. Where the device can keep nothing it stays the plain form it is without this file.
import { growLists } from "./lines";
import { App } from "./doorstep/app";
import { able } from "./doorstep/shape";
import { Store } from "./doorstep/store";

growLists();

async function begin(): Promise<void> {
  const store = able() ? await Store.open().catch(() => null) : null;
  if (!store) {
    // A private window, a full disk: the plain form after all.
    document.documentElement.classList.remove("lx-app");
    (document.querySelector("#cannot") as HTMLElement).hidden = false;
    return;
  }
  navigator.serviceWorker?.register("/desk/sw.js", { scope: "/desk/" }).catch(() => undefined);
  await new App(store).begin();
}

void begin();
