// What people at the desk do.
import assert from "node:assert/strict";
import { PASSWORD } from "./demo.js";

/** The sign-ins of the demo, by the part they play here. */
export const STAFF = {
  bureau: "dm-xinfang",
  handler: "dm-chengban",
  checker: "dm-shenhe",
  leader: "dm-juzhang",
  administrator: "dm-admin",
};
/** Where the matter belongs. */
export const UNIT = "林草局";

/** Signs in; afterwards she stands in her inbox, or in what she administers. */
export async function signIn({ page }, login) {
  await page.goto("/desk/sign-in");
  await credentials(page, login);
  await page.waitForURL(/\/(desk|admin)$/);
}

/** Types name and password into the page that asks for them. */
export async function credentials(page, login) {
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(PASSWORD);
  await page.locator('form[action="/desk/sign-in"] button[type="submit"]').click();
}

/** The address of the matter with this number, found by search. */
export async function find({ page }, number) {
  await page.goto("/desk");
  await page.locator("#lx-search").fill(number);
  await page.locator("#lx-search").press("Enter");
  await page.waitForURL(/\/desk\/(search|matters)/);
  const link = page.locator('main a[href*="/desk/matters/"]').first();
  if (!/\/desk\/matters\//.test(page.url())) await link.click();
  await page.waitForURL(/\/desk\/matters\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/**
 * Does `command` on the matter at `at`: by its button on the case's page, then its form, then, for what binds, the page that
 * shows what will happen. `fill` fills in the form.
 */
export async function act({ page }, at, command, fill = async () => {}) {
  await page.goto(at);
  const own = page.locator(`a[href^="${at}/do/${command}"]`);
  if (await own.count()) {
    // What is done seldom lies in a fold.
    if (!(await own.first().isVisible())) await page.locator(".lx-todo__more > summary").click();
    await own.first().click();
    await page.waitForURL((url) => url.pathname === `${at}/do/${command}`);
  } else {
    // Writing, checking, signing and serving an answer happen where the letter is seen.
    await page.locator(`main a[href^="${opinionOf(at)}"]`).first().click();
    await page.waitForURL((url) => url.pathname === opinionOf(at));
  }
  await fill(page);
  await submit(page);
  const confirm = page.locator('button[name="step"][value="confirm"]');
  const errors = page.locator(".lx-summary");
  await page.waitForLoadState("load");
  if (page.url().includes("/do/") && (await confirm.count())) await confirm.click();
  if (await errors.count()) assert.fail(`${command}: ${await errors.innerText()}`);
  await page.waitForURL((url) => url.pathname === at && url.searchParams.get("done") === command);
}

/** Where the answer of the matter at `at` is written and signed. */
export function opinionOf(at) {
  return at.replace("/desk/matters/", "/desk/opinions/");
}

/** The bureau does not agree that another unit takes the matter at `at`. */
export async function rejectObjection({ page }, at, reason) {
  await page.goto(at);
  await page.locator('main a[href^="/desk/objections/"]').first().click();
  await page.locator('input[name="decision"][value="reject"]').check({ force: true });
  await page.locator("#reason").fill(reason);
  await page.locator("#reason").blur();
  await page.waitForLoadState("networkidle");
  const done = (url) => url.searchParams.get("done") === "reject-objection";
  // Without script the first press shows what will happen, the second does it.
  for (let press = 0; press < 3 && !done(new URL(page.url())); press += 1) {
    await page.locator(".lx-outcome__do").click();
    await page.waitForLoadState("load");
  }
  await page.waitForURL(done);
}

/** Presses the filled button of the form in the middle of the page. */
export async function submit(page) {
  await page.locator("main form button.lx-button--primary").last().click();
}

/** The bureau says what it is, which way each claim goes, and whose it is; what it confirms it has seen. */
export async function triage({ page }, at, unit) {
  await page.goto(at);
  await page.locator('main a[href^="/desk/triage/"]').first().click();
  await page.locator('input[name="matter_type"][value="APPEAL_CLAIM"]').check({ force: true });
  for (const way of await page.locator('select[name^="route-"]').all()) await way.selectOption("OPEN");
  const list = page.locator("#to_other");
  if (!(await list.isVisible())) await page.locator('details[data-other="to"] > summary').click();
  const option = list.locator("option", { hasText: unit }).first();
  await list.selectOption(await option.getAttribute("value"));
  await page.waitForLoadState("networkidle");
  const gone = (url) => url.searchParams.get("done") === "forward" || url.searchParams.has("last");
  // Without script the first press shows what will happen, the second does it.
  for (let press = 0; press < 3 && !gone(new URL(page.url())); press += 1) {
    await page.locator(".lx-outcome__do").click();
    await page.waitForLoadState("load");
  }
  await page.waitForURL(gone);
}

/** Her own name, as the desk shows it. */
export async function me({ page }) {
  return (await page.locator(".lx-side__me b").innerText()).trim();
}
