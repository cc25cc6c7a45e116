// A text that grows with what is written in it, where the browser does not do so itself.

function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

export function growTexts(): void {
  if (CSS.supports("field-sizing", "content")) return;
  document.addEventListener("input", (event) => {
    const area = event.target as HTMLTextAreaElement;
    if (area.matches(".lx-input--grows")) fit(area);
  });
  for (const area of document.querySelectorAll<HTMLTextAreaElement>(".lx-input--grows")) fit(area);
}
