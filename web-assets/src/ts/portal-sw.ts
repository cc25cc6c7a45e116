// Without signal a link of the portal would end on the browser's own page. This keeps one page of ours ready instead: what is
// safe, whom to call, and to try again. It keeps nothing of anybody, and leaves every form and the desk alone.
interface Waiting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  /** What the server puts in front of this file. */
  LX: { version: string; page: string; assets: string[] };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: "install" | "activate", on: (event: Waiting) => void): void;
  addEventListener(name: "fetch", on: (event: Asked) => void): void;
}

const scope = self as unknown as Scope;
const { version, page, assets } = scope.LX;
const PREFIX = "lx-portal-";
const CACHE = PREFIX + version;
/** Rooms with a worker of their own, or with none. */
const ELSEWHERE = /^\/(desk|admin|api)(\/|$)/;

/** The page as it is in the language and type size chosen now. */
async function keepPage(): Promise<void> {
  const response = await fetch(page, { cache: "no-store", credentials: "same-origin" });
  if (response.ok) await (await caches.open(CACHE)).put(page, response);
}

async function install(): Promise<void> {
  await (await caches.open(CACHE)).addAll(assets);
  await keepPage();
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function kept(request: Request | string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(request);
}

async function goOn(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await kept(page)) ?? Response.error();
  }
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || ELSEWHERE.test(url.pathname)) return;
  if (request.mode === "navigate") {
    const answer = goOn(request);
    event.respondWith(answer);
    // Another language or type size: the page is kept anew, once the choice has arrived.
    if (url.pathname === "/preferences") event.waitUntil(answer.then(keepPage).catch(() => undefined));
  } else if (assets.includes(url.pathname)) {
    event.respondWith(kept(request).then((found) => found ?? fetch(request)));
  }
});
