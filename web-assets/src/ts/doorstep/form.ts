// The form as a draft and back. The markup is the server's own; without script it is sent as it stands.
import { bytes, gridsAt, PETITION, type Draft, type FieldError, type Fields, type FileNote, type Grid } from "./model";
import { one, piece, say } from "./say";

const TEXTS = ["facts", "division", "name", "phone", "address"] as const;

export function formOf(): HTMLFormElement {
  return one<HTMLFormElement>("#draft");
}

function rows(): HTMLInputElement[] {
  return Array.from(formOf().querySelectorAll<HTMLInputElement>('input[name="claims"]'));
}

function paperOf(): (HTMLInputElement | HTMLSelectElement)[] {
  return Array.from(formOf().querySelectorAll<HTMLInputElement | HTMLSelectElement>("#mandate-now input, #mandate-now select"));
}

const ticks = (field: Element): boolean => field.matches("[type=checkbox], [type=radio]");

/** The mandate as it stands: a tick is kept only where it is set. */
function readPaper(): Record<string, string> | undefined {
  const paper: Record<string, string> = {};
  for (const field of paperOf()) {
    if (ticks(field) ? (field as HTMLInputElement).checked : field.value.trim()) paper[field.name] = field.value;
  }
  // The list of who gives it always has a choice; alone it says nothing.
  return Object.keys(paper).some((name) => name !== "capacity") ? paper : undefined;
}

function fillPaper(paper: Record<string, string>): void {
  for (const field of paperOf()) {
    if (ticks(field)) (field as HTMLInputElement).checked = paper[field.name] === field.value;
    else if (field instanceof HTMLSelectElement) field.value = paper[field.name] ?? field.options[0]?.value ?? "";
    else field.value = paper[field.name] ?? "";
  }
  const fold = document.querySelector<HTMLDetailsElement>("#mandate-now");
  if (fold) fold.open = Object.keys(paper).length > 0;
}

/** What stands in the form. */
export function read(): Fields {
  const value = (name: string) => (formOf().elements.namedItem(name) as HTMLInputElement | null)?.value ?? "";
  const mandate = formOf().querySelector<HTMLInputElement>('input[name="mandate"]:checked')?.value ?? "";
  const [facts, division, name, phone, address] = TEXTS.map(value) as [string, string, string, string, string];
  const claims = rows().map((row) => row.value).filter((text) => text.trim());
  const kind = formOf().querySelector<HTMLInputElement>('input[name="kind"]:checked')?.value || PETITION;
  return { kind, grid: value("grid"), facts, division, name, phone, address, mandate, claims, paper: readPaper() };
}

/** Puts a draft into the form. */
export function fill(draft: Draft, place: string): void {
  const form = formOf();
  for (const name of TEXTS) (form.elements.namedItem(name) as HTMLInputElement).value = draft.fields[name];
  if (!draft.fields.division) (form.elements.namedItem("division") as HTMLSelectElement).value = place;
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="mandate"]')) {
    radio.checked = radio.value === draft.fields.mandate;
  }
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="kind"]')) {
    radio.checked = radio.value === (draft.fields.kind || PETITION);
  }
  showGrids(draft.fields.grid ?? "");
  fillPaper(draft.fields.paper ?? {});
  const add = form.querySelector<HTMLButtonElement>(".lx-lines__add");
  for (let n = rows().length; n < draft.fields.claims.length; n++) add?.click();
  for (let n = rows().length; n > Math.max(1, draft.fields.claims.length); n--) {
    rows()[n - 1]?.closest(".lx-lines__item")?.querySelector<HTMLButtonElement>(".lx-lines__remove")?.click();
  }
  rows().forEach((row, n) => (row.value = draft.fields.claims[n] ?? ""));
  clearErrors();
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) input.value = "";
}

/** The places she may register for; what is chosen stays. */
export function offer(places: [string, string][]): void {
  const select = formOf().elements.namedItem("division") as HTMLSelectElement;
  const chosen = select.value;
  select.replaceChildren(...places.map(([code, name]) => new Option(name, code)));
  if (places.some(([code]) => code === chosen)) select.value = chosen;
}

let grids: Grid[] = [];

/** The grids of the place that is chosen; the field stands there only where there are some. */
function showGrids(chosen: string): void {
  const form = formOf();
  const select = form.elements.namedItem("grid") as HTMLSelectElement | null;
  if (!select) return;
  const place = (form.elements.namedItem("division") as HTMLSelectElement).value;
  const some = gridsAt(grids, place);
  const none = select.options[0];
  select.replaceChildren(...(none ? [none] : []), ...some.map((grid) => new Option(grid.name, grid.id)));
  select.value = some.some((grid) => grid.id === chosen) ? chosen : "";
  one("#grid-field").hidden = some.length === 0;
}

/** The grids inside her places; what is chosen stays while it fits. */
export function offerGrids(all: Grid[]): void {
  grids = all;
  const form = formOf();
  showGrids((form.elements.namedItem("grid") as HTMLSelectElement | null)?.value ?? "");
  const place = form.elements.namedItem("division") as HTMLSelectElement;
  place.onchange = () => showGrids((form.elements.namedItem("grid") as HTMLSelectElement | null)?.value ?? "");
}

/** The list of files under the inputs. */
export function showFiles(files: FileNote[], remove: (note: FileNote) => void): void {
  const items = files.map((note) => {
    const { root, slot } = piece("t-file");
    slot("name").firstChild?.remove();
    slot("name").prepend(note.name);
    const how = note.error ?? say(note.lost ? "file-lost" : note.token ? "file-sent" : "file-kept");
    slot("note").textContent = `${bytes(note.size)} · ${how}`;
    root.classList.toggle("is-late", !!note.error || !!note.lost);
    const button = root.querySelector("button") as HTMLButtonElement;
    button.setAttribute("aria-label", say("file-remove", { name: note.name }));
    button.addEventListener("click", () => remove(note));
    return root;
  });
  one("#kept").replaceChildren(...items);
}

export function clearErrors(): void {
  one("#summary").replaceChildren();
  for (const error of formOf().querySelectorAll(".lx-field__error")) error.remove();
  for (const input of formOf().querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** Where the error of a field stands: a row of claims is `claims-2`, the group is `claims`. */
function place(field: string): HTMLElement | null {
  if (field === "claims") return rows()[0] ?? null;
  const row = /^claims-(\d+)$/.exec(field);
  if (row) return rows()[Number(row[1]) - 1] ?? rows()[0] ?? null;
  return document.getElementById(field);
}

/** Errors at their fields and in a summary that takes the focus. */
export function showErrors(errors: FieldError[]): void {
  clearErrors();
  const { root } = piece("t-summary");
  (root.querySelector("h2") as HTMLElement).textContent = say("errors", { count: errors.length });
  for (const [index, { field, text }] of errors.entries()) {
    const item = document.createElement("li");
    const at = place(field);
    if (at) {
      mark(at, text, index);
      const link = Object.assign(document.createElement("a"), { href: `#${at.id}`, textContent: text });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        at.scrollIntoView({ block: "center" });
        at.focus({ preventScroll: true });
      });
      item.append(link);
    } else {
      item.textContent = text;
    }
    root.querySelector("ul")?.append(item);
  }
  one("#summary").replaceChildren(root);
  root.focus();
}

function mark(at: HTMLElement, text: string, index: number): void {
  const { root } = piece("t-error");
  root.id = `e-${index}`;
  (root.querySelector("span") as HTMLElement).textContent = text;
  if (at.matches("fieldset")) at.querySelector("legend")?.after(root);
  else (at.closest(".lx-lines__row") ?? at).before(root);
  at.setAttribute("aria-describedby", root.id);
  if (!at.matches("fieldset")) at.setAttribute("aria-invalid", "true");
}
