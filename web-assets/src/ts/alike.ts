// While she writes: published answers to similar matters, below the text. Asked after a pause, about new words only.

const PAUSE = 900;
const ENOUGH = 15;

export function lookAlike(): void {
  const box = document.querySelector<HTMLElement>("[data-alike]");
  const form = box?.closest("form");
  const address = box?.dataset.alike;
  if (!box || !form || !address) return;
  let timer = 0;
  let last = "";
  let running: AbortController | null = null;
  const ask = async () => {
    const all = new FormData(form);
    const texts = [all.get("facts"), ...all.getAll("claims")].map(String);
    const text = texts.join("\n").trim();
    if (text.replace(/\s/g, "").length < ENOUGH || text === last) return;
    last = text;
    running?.abort();
    running = new AbortController();
    try {
      const body = new URLSearchParams({ facts: text });
      const answer = await fetch(address, { method: "POST", body, signal: running.signal });
      const html = await answer.text();
      // The same offer again would only be read out again.
      if (answer.ok && html !== box.innerHTML) box.innerHTML = html;
    } catch {
      // No signal, or she went on writing: nothing is offered.
    }
  };
  form.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name !== "facts" && field.name !== "claims") return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
}
