// A form of numbered steps (triage): the digits choose in the open step, what is picked by hand unmarks the suggestion, and the
// panel that follows the choices is announced once. All of it can be done without.
import { announce } from "./words";

const STEP = "[data-step]";

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
}

const radios = (step: Element) => Array.from(step.querySelectorAll<HTMLInputElement>(".lx-option input, .lx-pick input"));
const ways = (step: Element) => Array.from(step.querySelectorAll<HTMLSelectElement>(".lx-ways select"));

/** Whether nothing is chosen yet in a step. */
function open(step: Element): boolean {
  const options = radios(step);
  const lists = ways(step);
  if (lists.length) return lists.some((list) => !list.value);
  const typed = step.querySelector<HTMLInputElement | HTMLSelectElement>(".lx-other input, .lx-other select");
  return options.length > 0 && !options.some((one) => one.checked) && !typed?.value;
}

/** The step in which the focus is, otherwise the first that is open, otherwise the first. */
function current(form: HTMLElement): Element | null {
  const focused = document.activeElement?.closest(STEP);
  if (focused && form.contains(focused)) return focused;
  const steps = Array.from(form.querySelectorAll(STEP));
  return steps.find(open) ?? steps[0] ?? null;
}

function show(form: HTMLElement): void {
  const now = current(form);
  for (const step of form.querySelectorAll(STEP)) step.classList.toggle("is-now", step === now);
}

function changed(element: HTMLElement): void {
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Chooses the nth answer of a step; a claim's way by the number of its item. */
function choose(step: Element, digit: number): boolean {
  const lists = ways(step);
  if (lists.length) {
    const list = lists.find((one) => one === document.activeElement) ?? lists.find((one) => !one.value) ?? lists[0];
    const option = Array.from(list?.options ?? []).find((one) => one.dataset.digit === String(digit));
    if (!list || !option) return false;
    list.value = option.value;
    list.focus();
    changed(list);
    return true;
  }
  const radio = radios(step)[digit - 1];
  if (!radio) return false;
  radio.checked = true;
  radio.focus();
  changed(radio);
  return true;
}

/** What is typed or picked from the whole list unmarks the cards; a card empties the field beside it. */
function oneOfBoth(form: HTMLElement, target: HTMLElement): void {
  for (const other of form.querySelectorAll<HTMLElement>("[data-other]")) {
    const field = other.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
    const cards = form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${other.dataset.other}"]`);
    if (!field) continue;
    if (target === field && field.value) for (const card of cards) card.checked = false;
    else if (Array.from(cards).includes(target as HTMLInputElement)) field.value = "";
  }
}

export function walkSteps(): void {
  document.addEventListener("htmx:afterSwap", (event) => {
    const panel = (event as CustomEvent<{ target?: HTMLElement }>).detail.target;
    const said = document.querySelector<HTMLElement>("#outcome")?.dataset.said;
    if (panel?.id === "outcome" && said) announce(said);
  });
  const form = document.querySelector<HTMLElement>("form[data-steps]");
  if (!form) return;
  // In the capture phase, so that what is sent is what stands there in the end.
  form.addEventListener("change", (event) => oneOfBoth(form, event.target as HTMLElement), true);
  form.addEventListener("change", () => show(form));
  form.addEventListener("focusin", () => show(form));
  show(form);
  document.addEventListener("keydown", (event) => {
    const off = document.body.dataset.keys === "off";
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || off) return;
    const step = /^[1-6]$/.test(event.key) ? current(form) : null;
    if (!step || !choose(step, Number(event.key))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
