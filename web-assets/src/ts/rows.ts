// Rows of a list: J and K move the selection, a wide screen shows the selected case beside the list. Looking is on record, so a
// case is asked for only when the selection rests on it.
import htmx from "htmx.org";
import { words } from "./words";

const RESTS = 250;
const wide = window.matchMedia("(min-width: 1200px)");
let waiting = 0;

function rows(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-row]"));
}

function current(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]");
  return focused ?? document.querySelector<HTMLElement>("[data-row][aria-current]");
}

/** Shows a row's case beside the list and writes it into the address, so that a reload shows the same. */
function look(row: HTMLElement): void {
  const preview = document.getElementById("preview");
  const link = row.querySelector<HTMLAnchorElement>("a[data-look]");
  if (!preview || !link || preview.querySelector("[data-preview]")?.getAttribute("data-looked") === row.dataset.row) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const list = new URL(row.querySelector<HTMLAnchorElement>("a.lx-slim")?.href ?? location.href).searchParams.get("list");
    const asked = new URLSearchParams({ list: list ?? "", place: row.dataset.place ?? "0" });
    history.replaceState(history.state, "", link.getAttribute("href")?.replace("#preview", "") ?? location.href);
    void htmx
      .ajax("get", `/desk/preview/${row.dataset.row}?${asked}`, { target: "#preview", swap: "innerHTML" })
      .then(() => {
        const shown = preview.querySelector<HTMLElement>("[data-preview]");
        shown?.setAttribute("data-looked", shown.dataset.preview ?? "");
        // Answers may overtake each other: what is shown is what is selected.
        const now = document.querySelector<HTMLElement>("tr[data-row][aria-current]");
        if (now && now.dataset.row !== shown?.dataset.preview) look(now);
      });
  }, RESTS);
}

function select(row: HTMLElement): void {
  for (const one of rows()) one.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  const links = Array.from(row.querySelectorAll<HTMLElement>("a"));
  const link = links.find((one) => one.getClientRects().length > 0);
  link?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  if (wide.matches) look(row);
}

/** J and K; whether there is a list. */
export function stepRows(by: 1 | -1): boolean {
  const all = rows();
  if (!all.length) return false;
  const at = current();
  const now = at ? all.indexOf(at) : -1;
  const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) select(next);
  return true;
}

/** Ticks the box of the selected row; whether there is one. */
export function pick(): boolean {
  const box = current()?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

/** Says how many boxes are ticked, and shows what can be done to them. */
function count(): void {
  const bar = document.querySelector<HTMLElement>(".lx-bulk");
  const say = bar?.querySelector<HTMLElement>("[data-said]");
  if (!bar || !say) return;
  const ticked = document.querySelectorAll("input[form=bulk]:checked").length;
  bar.hidden = ticked === 0;
  say.textContent = say.dataset.said?.replace("{count}", String(ticked)) ?? "";
}

export function wireRows(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>("tr[data-row]");
    if (!row || !row.dataset.row || event.ctrlKey || event.metaKey || event.shiftKey || target.closest("label, input")) return;
    const link = target.closest("a");
    if (link && !link.matches("[data-look]")) return;
    if (wide.matches && document.getElementById("preview")) {
      event.preventDefault();
      select(row);
    } else if (!link) {
      row.querySelector<HTMLAnchorElement>("a.lx-table__title:not([data-look])")?.click();
    }
  });
  document.addEventListener("dblclick", (event) => {
    const row = (event.target as Element).closest("tr[data-row]");
    if (wide.matches && !(event.target as Element).closest("label, input")) row?.querySelector<HTMLAnchorElement>("a.lx-slim")?.click();
  });
  // 看诉求和信访人, in the preview of a row that nobody selected yet.
  document.getElementById("preview")?.addEventListener("click", (event) => {
    const more = (event.target as Element).closest("a[data-look]");
    const row = document.querySelector<HTMLElement>("tr[data-row][aria-current]");
    if (!more || !row) return;
    event.preventDefault();
    select(row);
  });
  document.addEventListener("change", (event) => {
    if ((event.target as Element).matches("input[form=bulk]")) count();
  });
  window.addEventListener("pageshow", count);
  count();
}

/** Marks the row of a case that changed; whether there is one that does not show it yet. */
export function markRow(id: string, version: number): boolean {
  const row = rows().find((one) => one.dataset.row === id);
  if (!row || Number(row.dataset.version) >= version) return false;
  if (!row.querySelector(".lx-changed")) {
    const mark = document.createElement("span");
    mark.className = "lx-tag lx-tag--brand lx-changed";
    mark.textContent = words("liveRow");
    row.querySelector("td.is-title div")?.append(" ", mark);
  }
  return true;
}
