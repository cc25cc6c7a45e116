// What is typed into a form marked data-draft stays on this device for 30 days, until it has been sent.
// Files are not kept here. Hidden fields (keys, tokens) and anything marked data-nokeep are never kept.
import { announce, words } from "./words";

const LIFE = 30 * 24 * 3600 * 1000;
type Draft = { at: number; values: [string, string][] };

function load(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    if (draft && Date.now() - draft.at < LIFE) return draft;
    localStorage.removeItem(key);
  } catch {
    // Storage is switched off or full; the form works without.
  }
  return null;
}

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return Array.from(form.elements).filter((e): e is HTMLInputElement => {
    const input = e as HTMLInputElement;
    return !!input.name && !["hidden", "file", "password", "submit"].includes(input.type) && !input.dataset.nokeep;
  });
}

function values(form: HTMLFormElement): [string, string][] {
  return fields(form)
    .filter((f) => !(f instanceof HTMLInputElement && ["checkbox", "radio"].includes(f.type)) || (f as HTMLInputElement).checked)
    .map((f): [string, string] => [f.name, f.value])
    .filter(([, value]) => value !== "");
}

function put(form: HTMLFormElement, draft: Draft): void {
  const rest = draft.values.slice();
  const next = (name: string) => {
    const at = rest.findIndex(([n]) => n === name);
    return at < 0 ? undefined : rest.splice(at, 1)[0]?.[1];
  };
  for (const list of form.querySelectorAll<HTMLElement>("[data-lines]")) {
    const wanted = rest.filter(([n]) => n === list.dataset.name).length;
    const button = list.querySelector<HTMLButtonElement>(".lx-lines__add");
    for (let n = list.querySelectorAll(".lx-lines__item").length; n < wanted; n++) button?.click();
  }
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      field.checked = draft.values.some(([n, v]) => n === field.name && v === field.value);
    } else {
      field.value = next(field.name) ?? field.value;
    }
  }
}

function keep(form: HTMLFormElement, key: string): void {
  let timer = 0;
  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: values(form) } satisfies Draft));
      const line = form.querySelector<HTMLElement>(".lx-saved");
      if (line) line.textContent = words("draftKept");
    } catch {
      announce(words("draftFull"));
    }
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  });
  window.addEventListener("pagehide", () => {
    if (timer && !form.dataset.sent) save();
  });
}

export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const key = `lx-draft-${form.dataset.draft}`;
    const draft = load(key);
    // What the server sent back after an error is newer than the draft.
    if (draft && !document.querySelector(".lx-summary")) {
      put(form, draft);
      const line = form.querySelector<HTMLElement>(".lx-saved");
      if (line) line.textContent = words("draftBack");
    }
    keep(form, key);
  }
  // The page after a successful filing says which draft is done.
  const done = document.body.dataset.draftDone;
  if (done) {
    try {
      localStorage.removeItem(`lx-draft-${done}`);
    } catch {
      // Nothing was kept then.
    }
  }
}
