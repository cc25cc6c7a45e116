// A form that cannot leave the telephone stays on it. Before a draft's form is sent, one small question asks whether anybody
// hears us; only a plain "no" holds it back, doubt lets it go.
import { waits } from "./draft";
import { announce, words } from "./words";

const PATIENCE = 4000;

async function heard(): Promise<boolean> {
  if (navigator.onLine === false) return false;
  try {
    const late = new Promise<true>((resolve) => window.setTimeout(() => resolve(true), PATIENCE));
    const answer = fetch("/offline", { method: "HEAD", cache: "no-store" }).then(() => true as const);
    return await Promise.race([answer, late]);
  } catch {
    return false;
  }
}

export function holdWithoutSignal(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    let asked = false;
    form.addEventListener("submit", (event) => {
      const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
      // Steps on the way, and browsers that cannot go on where they stopped, are not held.
      if (asked || button?.name === "do" || typeof form.requestSubmit !== "function") {
        asked = false;
        return;
      }
      event.preventDefault();
      button?.setAttribute("aria-busy", "true");
      void heard().then((yes) => {
        button?.removeAttribute("aria-busy");
        if (!yes) return waits(form);
        asked = true;
        form.requestSubmit(button ?? undefined);
      });
    });
  }
}

/** Forms that are kept on no device stay on the screen: without signal nothing leaves, and the page says so at the button. */
export function holdOthers(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || form.dataset.draft || navigator.onLine !== false || !words("noSignal")) return;
    event.preventDefault();
    const said = form.querySelector("[data-no-signal]") ?? document.createElement("p");
    said.className = "lx-field__error";
    said.setAttribute("data-no-signal", "");
    said.textContent = words("noSignal");
    const button = (event as SubmitEvent).submitter;
    (button?.matches(".lx-hide") === false ? button : form.lastElementChild)?.before(said);
    announce(words("noSignal"));
  });
  window.addEventListener("online", () => {
    for (const said of document.querySelectorAll("p[data-no-signal]")) said.remove();
  });
}

/** A page of ours for links that are pressed without signal. It comes after everything that this page needs. */
export function shelter(): void {
  if (!("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}
