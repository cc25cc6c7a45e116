// The few sentences that only script says. The page carries them in the reader's language on <body data-…>.

/** The sentence `name` of this page, with `{fact}` replaced; empty when the page does not carry it. */
export function words(name: string, facts: Record<string, string> = {}): string {
  const text = document.body.dataset[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? "");
}

/** Says `text` to screen readers through the one status line. */
export function announce(text: string): void {
  const line = document.querySelector<HTMLElement>("[role=status]");
  if (line) line.textContent = text;
}
