// What changed while the page stands open. The stream names cases only; nothing on the page moves until the reader asks for it.
// A browser has few connections to one server, so a page in the background lets go of its own and asks again when it is seen.
import { markRow } from "./rows";
import { words } from "./words";

interface Told {
  case: string;
  seq: number;
  mine: boolean;
}

const heard = new Set<string>();
const changed = new Set<string>();
let stream: EventSource | undefined;
let since = "";

function say(text: string, link = "", href = location.href): void {
  const line = document.querySelector<HTMLElement>(".lx-status");
  if (!line) return;
  line.classList.add("lx-status--live");
  const parts: Node[] = [document.createTextNode(text)];
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = href;
    anchor.textContent = link;
    // The same address again would only move to its fragment.
    anchor.addEventListener("click", (event) => {
      if (anchor.href !== location.href) return;
      event.preventDefault();
      location.reload();
    });
    parts.push(document.createTextNode(" "), anchor);
  }
  line.replaceChildren(...parts);
}

function take(told: Told): void {
  const key = `${told.case} ${told.seq}`;
  if (heard.has(key)) return;
  heard.add(key);
  const { case: own, version } = document.body.dataset;
  if (own) {
    if (told.case === own && told.seq > Number(version)) say(words("liveCase"), words("liveCaseSee"));
    return;
  }
  const onPage = document.querySelector(`[data-row="${CSS.escape(told.case)}"]`) !== null;
  if (onPage ? !markRow(told.case, told.seq) : !told.mine) return;
  changed.add(told.case);
  say(words("liveList", { count: String(changed.size) }), words("liveSee"));
}

function open(): void {
  if (stream || document.visibilityState === "hidden") return;
  stream = new EventSource(`/desk/live?since=${since}`);
  stream.addEventListener("change", (event) => {
    if (event.lastEventId > since) since = event.lastEventId;
    take(JSON.parse((event as MessageEvent<string>).data) as Told);
  });
  stream.addEventListener("gap", () => say(words("liveGap"), words("liveSee")));
  stream.addEventListener("end", () => {
    close();
    say("", words("liveEnd"));
  });
}

function close(): void {
  stream?.close();
  stream = undefined;
}

export function listenLive(): void {
  since = document.body.dataset.live ?? "";
  if (!since || typeof EventSource === "undefined") return;
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  open();
}
