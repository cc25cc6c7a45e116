// <details> used as popovers: Esc closes the innermost and gives the focus back; those in one group close each other.

export function closeDetails(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = (event.target as Element).closest<HTMLDetailsElement>("details[open]");
    if (!open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector<HTMLElement>("summary")?.focus();
  });
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("details.lx-why")) details.open = true;
  });
}

/** Buttons that only make sense with script: print, close. */
export function wireButtons(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (button?.dataset.do === "print") window.print();
    if (button?.dataset.do === "close") {
      const details = button.closest("details");
      details?.removeAttribute("open");
      details?.querySelector<HTMLElement>("summary")?.focus();
    }
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-do][hidden]")) button.hidden = false;
}
