// Debian's Chromium, and the two people in front of it.
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** A telephone in portrait, as the petitioner holds it. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: false };
/** A screen on a desk. */
export const DESK = { viewport: { width: 1440, height: 900 } };

export function launch(more = []) {
  const args = [...FLAGS, ...more];
  return chromium.launch({ executablePath: process.env.LIANXIN_CHROMIUM ?? "/usr/bin/chromium", args });
}

/**
 * A window of its own, with its own cookies. Requests to any other machine fail the test: the pages promise to load nothing
 * from elsewhere. `faults` collects errors of scripts and of the content security policy.
 */
export async function open(browser, url, look, script = true) {
  const context = await browser.newContext({
    ...look,
    baseURL: url,
    javaScriptEnabled: script,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refused form answers with 4xx on purpose, and Chromium says so.
    // So does htmx of a request that a later one took the place of.
    const expected = /status of 4\d\d|^htmx:(sendAbort|afterRequest)/;
    if (message.type() === "error" && !expected.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith("http") && asked.origin !== url) faults.push(`${page.url()} asks ${asked.origin}`);
  });
  return { context, page, faults, script };
}

/**
 * A browser of one's own whose memory lies in the folder `dir` and outlives it: what a telephone is. `faults` as for `open`, but
 * that it may be without signal.
 */
export async function openAs(dir, url, look) {
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: process.env.LIANXIN_CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    ...look,
    baseURL: url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const faults = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    const expected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED|ERR_ABORTED/;
    if (message.type() === "error" && !expected.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  return { context, page, faults, script: true };
}
