// Keeps the shell of the agent's page for days without signal, and sends what waits when the browser says that there is one.
// It keeps nobody's data: lists and drafts are sealed in the device's store, which the page writes.
import * as net from "./doorstep/net";
import { Store } from "./doorstep/store";
import { sync } from "./doorstep/sync";

interface Waiting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Tagged extends Waiting {
  tag: string;
}
interface Scope {
  /** What the server puts in front of this file. */
  LX: { version: string; shell: string; assets: string[] };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: "install" | "activate", on: (event: Waiting) => void): void;
  addEventListener(name: "fetch", on: (event: Asked) => void): void;
  addEventListener(name: "sync", on: (event: Tagged) => void): void;
}

const scope = self as unknown as Scope;
const { version, shell, assets } = scope.LX;
const PREFIX = "lx-doorstep-";
const CACHE = PREFIX + version;
const PAGE = "/desk/doorstep";

/** The shell into the cache, when it is of this version: one that asks for other assets would be blank without signal. */
async function keepShell(cache: Cache): Promise<boolean> {
  const response = await fetch(shell, { cache: "no-store", credentials: "same-origin" });
  if (!response.ok || response.headers.get("x-lx-version") !== version) return false;
  await cache.put(shell, response);
  return true;
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(assets);
  if (!(await keepShell(cache))) throw new Error("the server went on to another version");
  // Drafts lie in the store and not in the page: a new version may take over at once.
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** The shell at once, whatever the signal; a newer one of the same version (language, type size) for the next time. */
async function page(event: Asked): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(shell);
  if (!kept) return fetch(event.request);
  event.waitUntil(keepShell(cache).catch(() => false));
  return kept;
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Signing out on any page of the desk closes the device. */
async function leave(): Promise<void> {
  await (await Store.open()).leave();
}

async function send(): Promise<void> {
  const store = await Store.open();
  const { session } = await store.current(Date.now());
  if (!session) return;
  const quiet = { sending: () => undefined, arrived: () => undefined, state: () => undefined };
  const outcome = await navigator.locks.request("lx-doorstep", () => sync(store, net, session, quiet));
  new BroadcastChannel("lx-doorstep").postMessage("changed");
  // The browser tries again after a while.
  if (outcome === "offline" || outcome === "trouble") throw new Error(outcome);
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("sync", (event) => {
  if (event.tag === "lx-doorstep") event.waitUntil(send());
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname === "/desk/sign-out") event.waitUntil(leave());
  else if (request.mode === "navigate" && request.method === "GET" && url.pathname === PAGE) event.respondWith(page(event));
  else if (request.method === "GET" && assets.includes(url.pathname)) event.respondWith(asset(request));
});
