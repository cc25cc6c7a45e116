// The keyboard map of the desk. Every key is also a link or a button: an element says data-key="n" and is clicked for it.

const OFF = "lx-keys-off";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

function off(): boolean {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function press(key: string): boolean {
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    if (element.dataset.key !== key || element.offsetParent === null) continue;
    if (element.matches("input, select, textarea")) element.focus();
    else element.click();
    return true;
  }
  return false;
}

function step(by: 1 | -1): void {
  const rows = Array.from(document.querySelectorAll<HTMLElement>("[data-row]"));
  if (!rows.length) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement) || row.hasAttribute("aria-current"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now + by))];
  const link = next?.querySelector<HTMLAnchorElement>("a");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

export function listenKeys(): void {
  let chord = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      if (press("ctrl+enter")) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || off()) return;
    const key = event.key.toLowerCase();
    const name = chord + key;
    chord = "";
    if (key === "g" && name === "g") {
      chord = "g ";
    } else if (name === "j" || name === "k") {
      if (!press(name)) step(name === "j" ? 1 : -1);
    } else if (!press(name)) {
      return;
    }
    event.preventDefault();
  });
}

/** The checkbox on the list of keys that switches single keys off on this machine. */
export function switchKeys(): void {
  const box = document.querySelector<HTMLInputElement>("input[data-keys-switch]");
  if (!box) return;
  box.checked = !off();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "0" : "1");
    } catch {
      box.checked = true;
    }
  });
}

/** Filters apply as soon as one is chosen; without script there is a button. */
export function applyFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-auto]")) {
    form.querySelector<HTMLElement>("[data-plain]")?.setAttribute("hidden", "");
    form.addEventListener("change", () => form.requestSubmit());
  }
}
