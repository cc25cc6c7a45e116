// The three views: the list, the form, what is kept. One is shown at a time; the address says which.
import { changes, chip, day, type Kept } from "./list";
import type { Draft } from "./model";
import { clock, one, piece, say } from "./say";
import { viewOf } from "./shape";

/** Shows the view that the address names. */
export function showView(move: boolean): void {
  const name = viewOf(location.hash);
  document.documentElement.dataset.view = name;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".lx-door__nav a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (move) {
    window.scrollTo(0, 0);
    one(`#${name}-title`).focus({ preventScroll: true });
  }
}

/** What stands in the line that is always seen. */
export function signal(look: "off" | "on" | "busy" | "ask" | "bad", text: string): void {
  const line = one("#signal");
  line.dataset.signal = look;
  const words = line.querySelector("span") as HTMLElement;
  if (words.textContent !== text) words.textContent = text;
  one("#sign-in").hidden = look !== "ask";
}

/** The list, with what changed since the one before. */
export function showList(kept: Kept, before: Kept | null, now: number): void {
  const found = changes(before?.rows ?? null, kept.rows, say);
  const items = kept.rows.map((row) => {
    const { root, slot } = piece("t-row");
    const { look, word } = chip(row.due, Date.parse(kept.at), now, say);
    const mark = piece(`t-${look}`).root;
    (mark.querySelector("span") as HTMLElement).textContent = word;
    slot("chip").replaceWith(mark);
    slot("day").textContent = row.due?.day ?? "";
    slot("name").textContent = row.due?.name ?? "";
    slot("title").textContent = row.title;
    (slot("title") as HTMLAnchorElement).href = row.href;
    slot("place").textContent = row.place;
    slot("step").textContent = row.step;
    const change = found.rows.get(row.id);
    slot("change").hidden = !change;
    slot("change").textContent = change ?? "";
    slot("call").hidden = !row.call;
    if (row.call) (slot("call").querySelector("a") as HTMLAnchorElement).href = row.call;
    return root;
  });
  one("#rows").replaceChildren(...items);
  one("#none").hidden = items.length > 0;
  one("#who").textContent = kept.name;
  const same = day(Date.parse(kept.at)) === day(now);
  const date = new Date(kept.at);
  const facts = { time: kept.time, day: `${date.getMonth() + 1}/${date.getDate()}` };
  one("#stamp").textContent = say(same ? "stamp" : "stamp-day", facts);
  showChanges(found.rows.size, found.gone);
}

function showChanges(count: number, gone: string[]): void {
  const parts = [];
  if (count + gone.length) parts.push(say("changed", { count: count + gone.length }));
  if (gone.length) parts.push(say("row-gone", { titles: gone.join("、") }));
  one("#changes").hidden = parts.length === 0;
  (one("#changes").querySelector("span") as HTMLElement).textContent = parts.join("。");
}

/** What a button of a draft does. */
export type Act = "open" | "send" | "anyway" | "same" | "handed" | "remove";

/** Everything kept, what needs her first. */
export function showDrafts(drafts: Draft[], sending: string | null, act: (act: Act, draft: Draft) => void): void {
  const order = { alike: 0, refused: 1, sent: 2, writing: 3, waiting: 4 };
  const sorted = drafts.slice().sort((a, b) => order[a.stage] - order[b.stage]);
  one("#drafts").replaceChildren(...sorted.map((draft) => card(draft, draft.id === sending, act)));
  one("#empty").hidden = drafts.length > 0;
  one("#count").textContent = drafts.length ? String(drafts.length) : "";
}

function state(draft: Draft, sending: boolean): string {
  if (sending) return say("state-sending");
  if (draft.stage === "waiting" && draft.unsure) return say("state-unsure");
  return say(`state-${draft.stage}`, { count: draft.errors?.length ?? 0 });
}

const ACTS: Record<Draft["stage"], string[]> = {
  writing: ["open", "remove"],
  waiting: ["send", "open", "remove"],
  refused: ["open", "remove"],
  alike: ["anyway", "same"],
  sent: ["handed", "case"],
};

function card(draft: Draft, sending: boolean, act: (act: Act, draft: Draft) => void): HTMLElement {
  const { root, slot } = piece("t-draft");
  root.dataset.stage = draft.stage;
  root.dataset.id = draft.id;
  slot("state").textContent = state(draft, sending);
  const title = draft.fields.claims.find((text) => text.trim()) || draft.fields.facts.trim();
  slot("title").textContent = title.slice(0, 60) || say("untitled");
  slot("meta").textContent = say("kept-at", { time: clock(draft.doneAt ?? draft.begunAt), files: draft.sentFiles ?? draft.files.length });
  slot("why").replaceChildren(...why(draft));
  if (draft.receipt) paper(draft, slot);
  for (const name of sending ? [] : ACTS[draft.stage]) {
    // What may have arrived is not changed and not thrown away: it is sent until there is an answer.
    if (draft.unsure && name !== "send") continue;
    const button = slot(name);
    button.hidden = false;
    if (name === "case") (button as HTMLAnchorElement).href = draft.receipt?.href ?? "";
    else button.addEventListener("click", () => press(name as Act, button, draft, act));
  }
  return root;
}

/** What cannot be taken back is pressed twice. */
function press(name: Act, button: HTMLElement, draft: Draft, act: (act: Act, draft: Draft) => void): void {
  const final = name === "remove" || name === "same" || name === "handed";
  if (final && !button.dataset.sure) {
    button.dataset.sure = "1";
    button.textContent = say("remove-sure");
    button.classList.add("is-sure");
    return;
  }
  act(name, draft);
}

function why(draft: Draft): HTMLElement[] {
  const line = (text: string, href?: string) => {
    const item = document.createElement("li");
    if (href) item.append(Object.assign(document.createElement("a"), { href, textContent: text }));
    else item.textContent = text;
    return item;
  };
  if (draft.stage === "refused") return (draft.errors ?? []).map((error) => line(error.text));
  if (draft.stage === "alike") return (draft.alike ?? []).map((one) => line(`${one.number} · ${one.title} · ${one.received}`, one.href));
  return [];
}

function paper(draft: Draft, slot: (name: string) => HTMLElement): void {
  const { receipt, skew = 0 } = draft;
  if (!receipt) return;
  slot("paper").hidden = false;
  slot("number").textContent = receipt.number;
  slot("code").textContent = receipt.code;
  const lines = [say("received", { received: receipt.received, arrived: receipt.arrived })];
  if (Math.abs(skew) >= 60) lines.push(say(skew > 0 ? "skew-fast" : "skew-slow", { minutes: Math.round(Math.abs(skew) / 60) }));
  if (receipt.again) lines.push(say("again"));
  for (const [date, what] of receipt.promises) lines.push(`${date} ${what}`);
  slot("why").replaceChildren(...lines.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}
