// After a form comes back with errors: the summary takes the focus, its links go to the inputs.

export function focusSummary(): void {
  const summary = document.querySelector<HTMLElement>(".lx-summary");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    const id = link?.hash.slice(1);
    const input = id ? document.getElementById(id) : null;
    if (!input) return;
    event.preventDefault();
    input.scrollIntoView({ block: "center" });
    input.focus({ preventScroll: true });
  });
}
