// The keyboard map of the desk (ux.md §8). Every key is also a link or a button: an element says data-key="n" (several: "j,s") and
// is clicked for it. Single keys are off in fields, and altogether when the page says data-keys="off".
import { pick, stepRows } from "./rows";
import { closeOverlays, showKeys } from "./overlay";

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(SELECT|TEXTAREA)$/.test(target.tagName)) return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
}

function press(key: string): boolean {
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    if (!element.dataset.key?.split(",").includes(key) || !element.getClientRects().length) continue;
    if (element.matches("input, select, textarea")) element.focus();
    else element.click();
    return true;
  }
  return false;
}

/** Closes what is open, leaves the field, or goes back: one step a time. */
function escape(target: EventTarget | null): boolean {
  if (closeOverlays()) return true;
  if (typing(target)) {
    (target as HTMLElement).blur();
    return true;
  }
  return document.body.dataset.keys !== "off" && (press("escape") || press("b"));
}

/** The nth choice of the step that is open: of the group in focus, else of the first that is not decided, else of the first. */
function choose(nth: number): boolean {
  const groups = new Map<string, HTMLInputElement[]>();
  for (const radio of document.querySelectorAll<HTMLInputElement>("main input[type=radio]:not(:disabled)")) {
    if (!radio.closest("label, .lx-pick, .lx-field")?.getClientRects().length) continue;
    groups.set(radio.name, [...(groups.get(radio.name) ?? []), radio]);
  }
  const all = [...groups.values()];
  const group =
    all.find((radios) => radios.includes(document.activeElement as HTMLInputElement)) ??
    all.find((radios) => !radios.some((radio) => radio.checked)) ??
    all[0];
  const radio = group?.[nth - 1];
  if (!radio) return false;
  radio.focus();
  radio.click();
  return true;
}

/** What a single key does; whether it did anything. */
function single(name: string): boolean {
  if (press(name)) return true;
  if (name === "j" || name === "k") return stepRows(name === "j" ? 1 : -1);
  if (name === "x") return pick();
  if (/^[1-6]$/.test(name)) return choose(Number(name));
  return false;
}

/** Enter opens the selected row's case, even while its preview is on its way; without a row the one in the preview. */
function opens(target: EventTarget | null): boolean {
  const row = target instanceof Element && target.matches("a[data-look]") ? target.closest("tr[data-row]") : null;
  const link = row?.querySelector<HTMLAnchorElement>("a.lx-slim");
  if (link) {
    link.click();
    return true;
  }
  const idle = target === document.body || (target instanceof HTMLElement && target.matches("main"));
  return idle && press("enter");
}

export function listenKeys(): void {
  let chord = "";
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey && event.key === "Enter") {
      if (press("ctrl+enter")) event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      if (escape(event.target)) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.body.dataset.keys === "off") return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const name = chord + key;
    chord = "";
    if (name === "g") chord = "g ";
    else if (key === "enter" ? !opens(event.target) : name === "?" ? !showKeys() : !single(name)) return;
    event.preventDefault();
  });
}

/** Filters apply as soon as one is chosen; without script there is a button. */
export function applyFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-auto]")) {
    form.querySelector<HTMLElement>("[data-plain]")?.setAttribute("hidden", "");
    form.addEventListener("change", () => {
      // An address says only what is set.
      for (const select of form.querySelectorAll("select")) select.disabled = !select.value;
      form.requestSubmit();
    });
  }
  window.addEventListener("pageshow", () => {
    for (const select of document.querySelectorAll<HTMLSelectElement>("form[data-auto] select")) select.disabled = false;
  });
}
