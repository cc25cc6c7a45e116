// A clerk without a mouse says of ten matters what they are and whose. Nothing here clicks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { PASSWORD } from "../lib/demo.js";
import { STAFF } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { enter, signInByKeys, tabTo } from "../lib/keyboard.js";
import { wellMade } from "../lib/look.js";
import { lookUp, receipt, send, write } from "../lib/petitioner.js";

const MATTERS = 10;

/** The way of a claim when nothing else fits: the sixth item of article 31. */
const PROCEDURE = "6";

/** Chooses in a group of radios where nothing is chosen yet. */
async function pick(page, name) {
  const group = page.locator(`main input[type=radio][name="${name}"]`);
  if (!(await group.count()) || (await page.locator(`main input[name="${name}"]:checked`).count())) return;
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
}

/** Every claim gets its way; a list opens by its letters and arrows. */
async function ways(page) {
  for (const list of await page.locator('main select[id^="route-"]').all()) {
    if (await list.inputValue()) continue;
    await tabTo(page, `#${await list.getAttribute("id")}`);
    await page.keyboard.press(PROCEDURE);
    if (!(await list.inputValue())) await page.keyboard.press("ArrowDown");
  }
}

/** The unit: the first that is proposed, otherwise the first of all. */
async function unit(page) {
  if (await page.locator('main input[type=radio][name="to"]:not([disabled])').count()) return pick(page, "to");
  const list = page.locator("#to_other");
  if (await list.inputValue()) return undefined;
  await tabTo(page, "#to_other");
  return page.keyboard.press("ArrowDown");
}

/** From the page of a matter that waits to the page after it was sent. */
async function decide(page) {
  await pick(page, "matter_type");
  await ways(page);
  await pick(page, "category");
  await unit(page);
  await pick(page, "kind");
  for (let tries = 0; tries < 3; tries += 1) {
    await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Control+Enter")]);
    await page.waitForLoadState("load");
    const summary = page.locator(".lx-summary");
    if (await summary.count()) assert.fail(await summary.innerText());
    // Afterwards the next matter opens, or the list when it was the last.
    const { searchParams } = new URL(page.url());
    if (searchParams.has("done") || searchParams.has("last")) return;
  }
  assert.fail(`${page.url()}: it was not sent`);
}

test("ten matters by keyboard only", async (t) => {
  const hers = [];
  for (let n = 0; n < MATTERS; n += 1) {
    const her = await someone(t, PHONE, n % 2 === 0);
    await write(her, { claims: [`把第 ${n + 1} 号院的路灯修好`] });
    await send(her);
    hers.push({ her, ...(await receipt(her)) });
  }
  const clerk = await someone(t, DESK);
  const { page } = clerk;
  await signInByKeys(page, STAFF.bureau, PASSWORD);
  for (const { number } of hers) {
    if (!(await page.locator("#lx-search").count())) {
      // Triage has no search: to the inbox first.
      await page.keyboard.press("g");
      await Promise.all([page.waitForURL(/\/desk$/), page.keyboard.press("i")]);
      await page.waitForLoadState("load");
    }
    await page.keyboard.press("/");
    await page.locator("#lx-search:focus").waitFor();
    await page.keyboard.type(number);
    await Promise.all([page.waitForURL(/\/desk\/(search|matters)/), page.keyboard.press("Enter")]);
    await page.waitForLoadState("load");
    if (!/\/desk\/matters\//.test(page.url())) await enter(page, 'main a[href*="/desk/matters/"]');
    await enter(page, 'main a[href^="/desk/triage/"]');
    await decide(page);
  }
  await wellMade(clerk, "keyboard-done");
  const last = hers.at(-1);
  await lookUp(last.her, last.number, last.code);
  assert.match(await last.her.page.locator("main").innerText(), /已转给/);
});
