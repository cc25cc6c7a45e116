// What is typed and chosen in a form marked data-draft stays on this device for 30 days, until it has been sent or thrown
// away. Hidden fields (keys, tokens) and anything marked data-nokeep are never kept.
import { addRow } from "./lines";
import { forgetFiles, keepFiles, keptFiles } from "./store";
import { FILES, RESTORE } from "./upload";
import { announce, words } from "./words";

const LIFE = 30 * 24 * 3600 * 1000;
type Draft = { at: number; values: [string, string][]; waiting?: boolean };

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
    for (let n = list.querySelectorAll(".lx-lines__item").length; n < wanted; n++) addRow(list);
  }
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      field.checked = draft.values.some(([n, v]) => n === field.name && v === field.value);
    } else {
      field.value = next(field.name) ?? field.value;
    }
  }
}

function store(form: HTMLFormElement, key: string, waiting = false): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: values(form), waiting } satisfies Draft));
    return true;
  } catch {
    announce(words("draftFull"));
    return false;
  }
}

function keep(form: HTMLFormElement, key: string): void {
  let timer = 0;
  const line = form.querySelector<HTMLElement>(".lx-saved");
  const save = () => {
    timer = 0;
    if (store(form, key) && line) line.textContent = words("draftKept");
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  });
  window.addEventListener("pagehide", () => {
    if (timer && !form.dataset.sent) save();
  });
  form.addEventListener(FILES, (event) => {
    void keepFiles(key, (event as CustomEvent<File[]>).detail).then((kept) => {
      const note = noteOf();
      if (line) line.textContent = kept ? words("draftKept") : (note?.dataset.nofiles ?? "");
    });
  });
}

const noteOf = () => document.querySelector<HTMLElement>("[data-draft-note]");

/** Says `text` in the note of the draft, with or without the way to send it now. */
function say(text: string, send: boolean): void {
  const note = noteOf();
  if (!note) return;
  note.hidden = false;
  const words = note.querySelector<HTMLElement>("p > span");
  if (words) words.textContent = text;
  const button = note.querySelector<HTMLElement>("[data-draft-send]");
  if (button) button.hidden = !send;
}

async function bringBack(form: HTMLFormElement, key: string, draft: Draft | null): Promise<void> {
  // What the server sent back is newer than the draft, its files included.
  const returned = document.querySelector(".lx-summary") || form.querySelector("[name=kept]");
  if (returned) return;
  if (draft) put(form, draft);
  const note = noteOf();
  const day = new Date((draft?.at ?? Date.now()) + LIFE);
  const date = day.toLocaleDateString(document.documentElement.lang, { month: "long", day: "numeric" });
  const said = [draft?.waiting ? note?.dataset.waiting : note?.dataset.back?.replace("{day}", date)];
  if (draft?.values.length) say(said.join(""), !!draft.waiting && navigator.onLine !== false);
  const files = await keptFiles(key, LIFE);
  if (!files.length) return;
  form.querySelector("input[type=file][data-max]")?.dispatchEvent(new CustomEvent(RESTORE, { detail: files }));
  said.push(note?.dataset.files?.replace("{count}", String(files.length)));
  say(said.join(""), !!draft?.waiting && navigator.onLine !== false);
}

async function forget(key: string): Promise<void> {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
  await forgetFiles(key);
}

function wireNote(form: HTMLFormElement, key: string): void {
  const note = noteOf();
  const drop = note?.querySelector<HTMLElement>("[data-draft-drop]");
  drop?.addEventListener("click", () => {
    // What is gone is gone: asked once more, in the words of the button.
    if (!note || !window.confirm(`${drop.textContent?.trim()}?`)) return;
    form.reset();
    for (const row of form.querySelectorAll("[data-lines] .lx-lines__item:not(:first-of-type)")) row.remove();
    form.querySelector("input[type=file][data-max]")?.dispatchEvent(new CustomEvent(RESTORE, { detail: [] }));
    void forget(key);
    note.hidden = true;
    announce(note.dataset.dropped ?? "");
    form.querySelector<HTMLElement>("textarea, input.lx-input")?.focus();
  });
  window.addEventListener("online", () => {
    if (load(key)?.waiting) say(note?.dataset.online ?? "", true);
  });
}

/** The form could not be sent: it waits on this device until there is a signal. */
export function waits(form: HTMLFormElement): void {
  store(form, `lx-draft-${form.dataset.draft}`, true);
  const note = noteOf();
  say(note?.dataset.offline ?? "", false);
  note?.scrollIntoView({ block: "center" });
  announce(note?.dataset.offline ?? "");
}

export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const key = `lx-draft-${form.dataset.draft}`;
    wireNote(form, key);
    void bringBack(form, key, load(key));
    keep(form, key);
  }
  // The page after a successful filing says which draft is done.
  const done = document.body.dataset.draftDone;
  if (done) void forget(`lx-draft-${done}`);
}
