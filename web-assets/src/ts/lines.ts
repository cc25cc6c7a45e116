// Lists of one-line inputs (the claims): add and remove rows without a round trip. Without script the form offers fixed rows.

const rowsOf = (list: HTMLElement) => Array.from(list.querySelectorAll<HTMLElement>(".lx-lines__item"));
const inputOf = (row: Element | null | undefined) => row?.querySelector<HTMLInputElement | HTMLTextAreaElement>(".lx-input");

function renumber(list: HTMLElement): void {
  rowsOf(list).forEach((row, index) => {
    const mark = row.querySelector<HTMLElement>(".lx-lines__mark");
    const input = inputOf(row);
    if (!mark || !input) return;
    mark.textContent = (list.dataset.mark ?? "{n}").replace("{n}", String(index + 1));
    input.id = `${list.dataset.name}-${index + 1}`;
    mark.setAttribute("for", input.id);
  });
}

/** One more empty row; its input. */
export function addRow(list: HTMLElement): HTMLInputElement | HTMLTextAreaElement | null {
  const rows = rowsOf(list);
  const last = rows[rows.length - 1];
  if (!last) return null;
  const row = last.cloneNode(true) as HTMLElement;
  row.querySelector(".lx-field__error")?.remove();
  const input = inputOf(row);
  if (!input) return null;
  input.value = "";
  input.removeAttribute("aria-invalid");
  input.removeAttribute("aria-describedby");
  last.after(row);
  renumber(list);
  return input;
}

function remove(list: HTMLElement, row: HTMLElement): void {
  const input = inputOf(row);
  if (rowsOf(list).length > 1) {
    inputOf(row.previousElementSibling ?? row.nextElementSibling)?.focus();
    row.remove();
    renumber(list);
  } else if (input) {
    input.value = "";
    input.focus();
  }
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

export function growLists(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-lines]")) {
    // Script offers "one more", so the spare empty rows of the plain form are not needed.
    for (const row of list.querySelectorAll("[data-spare]")) row.remove();
    for (const button of list.querySelectorAll<HTMLElement>("button[hidden]")) button.hidden = false;
    list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest("button");
      const row = button?.closest<HTMLElement>(".lx-lines__item");
      if (button?.matches(".lx-lines__add")) addRow(list)?.focus();
      else if (button?.matches(".lx-lines__remove") && row) remove(list, row);
    });
    renumber(list);
  }
}
