// What a page costs on the wire, as the browser counts it, with an empty cache.
import { open, PHONE } from "./browser.js";

/** A telephone that comes for the first time: no worker of ours has kept anything for it. */
const NEW = { ...PHONE, serviceWorkers: "block" };

/** Bytes that came over the wire for `path`, compressed, by type and in all. `prepare` opens what it needs first. */
export async function weigh(browser, url, path, script, prepare = async () => {}) {
  const who = await open(browser, url, NEW, script);
  try {
    await prepare(who);
    const cdp = await who.context.newCDPSession(who.page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    const kinds = new Map();
    const bytes = { all: 0, requests: 0 };
    cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "Other";
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
      bytes.all += encodedDataLength;
      bytes.requests += 1;
    });
    await who.page.goto(path, { waitUntil: "networkidle" });
    return bytes;
  } finally {
    await who.context.close();
  }
}

/** The same on a slow line (400 kbit/s, 400 ms there and back) and a slow processor: when she sees it, and can use it. */
export async function timed(browser, url, path, script, prepare = async () => {}) {
  const who = await open(browser, url, NEW, script);
  try {
    await prepare(who);
    const cdp = await who.context.newCDPSession(who.page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: 400_000 / 8,
      uploadThroughput: 400_000 / 8,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await who.page.goto(path, { waitUntil: "load", timeout: 60_000 });
    const read = () => {
      const [navigation] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return { paint: paint?.startTime ?? 0, usable: navigation.domContentLoadedEventEnd, whole: navigation.loadEventEnd };
    };
    // Without script the page cannot be asked; the devtools protocol can. The first picture may come after "load".
    for (let tries = 0; ; tries += 1) {
      const { result } = await cdp.send("Runtime.evaluate", { expression: `(${read})()`, returnByValue: true });
      if (result.value.paint > 0 || tries > 40) return result.value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await who.context.close();
  }
}
