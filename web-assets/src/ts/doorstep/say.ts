// The sentences of the page, in its language, and the pieces it is made of.

const words = new Map<string, string>();

/** The sentence `word` with its facts. */
export function say(word: string, facts: Record<string, string | number> = {}): string {
  if (!words.size) {
    const all = document.querySelector<HTMLTemplateElement>("#words")?.content.querySelectorAll<HTMLElement>("[data-word]") ?? [];
    for (const one of all) words.set(one.dataset.word ?? "", one.textContent ?? "");
  }
  return (words.get(word) ?? "").replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ""));
}

export function one<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page lacks ${selector}`);
  return found;
}

/** A copy of the template `id` and a way to its slots. */
export function piece(id: string): { root: HTMLElement; slot: (name: string) => HTMLElement } {
  const root = one<HTMLTemplateElement>(`#${id}`).content.firstElementChild?.cloneNode(true) as HTMLElement;
  const slot = (name: string) => {
    const found = root.querySelector<HTMLElement>(`[data-slot="${name}"], [data-act="${name}"]`);
    if (!found) throw new Error(`${id} lacks ${name}`);
    return found;
  };
  return { root, slot };
}

/** Hour and minute of a stamp, and its day where it is not today's. */
export function clock(stamp: string): string {
  const [day = "", time = ""] = [stamp.slice(5, 10).replace("-", "/"), stamp.slice(11, 16)];
  return `${day} ${time}`;
}
