// The agent's page. Where the device can keep nothing it stays the plain form it is without this file.
import { growLists } from "./lines";
import { App } from "./doorstep/app";
import { Store } from "./doorstep/store";

document.documentElement.classList.add("lx-js");
growLists();

const able = window.isSecureContext && "indexedDB" in window && "locks" in navigator && !!crypto.subtle;

async function begin(): Promise<void> {
  const store = able ? await Store.open().catch(() => null) : null;
  if (!store) {
    (document.querySelector("#cannot") as HTMLElement).hidden = false;
    return;
  }
  document.documentElement.classList.add("lx-app");
  navigator.serviceWorker?.register("/desk/sw.js", { scope: "/desk/" }).catch(() => undefined);
  await new App(store).begin();
}

void begin();
