// Somebody without a mouse: everything goes through the keys, the page is only looked at.
import assert from "node:assert/strict";

/** What has the focus, as `look` sees it (a function that runs in the page and gets the element). */
async function here(page, selector) {
  return page.evaluate((selector) => Boolean(document.activeElement?.matches(selector)), selector);
}

/** Presses Tab until something that matches has the focus. */
export async function tabTo(page, selector, most = 250) {
  for (let n = 0; n < most; n += 1) {
    if (await here(page, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${page.url()}: Tab does not come to ${selector}`);
}

/** Tabs to a link or button and presses Enter; waits for the page it leads to. */
export async function enter(page, selector) {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState("load");
}

/** Signs in by typing. */
export async function signInByKeys(page, login, password) {
  await page.goto("/desk/sign-in");
  await tabTo(page, "#login");
  await page.keyboard.type(login);
  await tabTo(page, "#password");
  await page.keyboard.type(password);
  await Promise.all([page.waitForURL(/\/desk$/), page.keyboard.press("Enter")]);
}
