// What lies over the page: open dates, the menu of a narrow screen, the list of keys. Esc closes the uppermost.

/** Closes what is open; whether anything was. */
export function closeOverlays(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (dialog) {
    dialog.close();
    return true;
  }
  const open = Array.from(document.querySelectorAll<HTMLDetailsElement>("details.lx-pop[open], details.lx-dock__more[open], details.lx-keep[open]"));
  for (const one of open) {
    one.open = false;
    if (one.contains(document.activeElement)) one.querySelector<HTMLElement>("summary")?.focus();
  }
  return open.length > 0;
}

/** Shows the list of keys over the page; the link to its page stays for whoever opens it otherwise. */
export function showKeys(): boolean {
  const link = document.querySelector<HTMLAnchorElement>('a[data-key="?"]');
  if (!link || typeof HTMLDialogElement === "undefined") return false;
  void fetch(link.href)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .then((html) => {
      const table = new DOMParser().parseFromString(html, "text/html").querySelector("#keys");
      if (!table) throw new Error("no list");
      const dialog = document.createElement("dialog");
      dialog.className = "lx-dialog";
      dialog.setAttribute("aria-label", link.textContent?.replace("?", "").trim() ?? "");
      dialog.append(document.importNode(table, true));
      dialog.addEventListener("close", () => dialog.remove());
      dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
      document.body.append(dialog);
      dialog.showModal();
    })
    .catch(() => link.click());
  return true;
}

/** One open date at a time; a click beside it closes it. */
document.addEventListener("click", (event) => {
  const inside = (event.target as Element).closest("details.lx-pop, details.lx-dock__more");
  for (const open of document.querySelectorAll<HTMLDetailsElement>("details.lx-pop[open], details.lx-dock__more[open]")) {
    if (open !== inside) open.open = false;
  }
});
