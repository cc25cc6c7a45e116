// What is left when things are not as they should be: a look that should not have been, a photograph of a closed counter, no signal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { STAFF, find, signIn } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { draw } from "../lib/jpeg.js";
import { wellMade } from "../lib/look.js";
import { lookUp, receipt, send, write } from "../lib/petitioner.js";

async function filed(t, script) {
  const her = await someone(t, PHONE, script);
  await write(her);
  await send(her);
  return { her, ...(await receipt(her)) };
}

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";

  test(`a look that should not have been goes over the unit's head, ${how}`, async (t) => {
    const { her, number, code } = await filed(t, script);
    const { page } = her;
    await page.goto(`/t/${number}/views`);
    await page.getByText("还没有人看过").waitFor();
    const officer = await someone(t, DESK);
    await signIn(officer, STAFF.bureau);
    await officer.page.goto(await find(officer, number));
    await page.goto(`/t/${number}`);
    await page.getByRole("link", { name: "我觉得有人不该看" }).click();
    await page.getByRole("link", { name: "我觉得不该看" }).first().click();
    await page.waitForURL(/\/views\/[0-9a-f-]{36}$/);
    await wellMade(her, `look-${script}`);
    await page.locator("#words").fill("我没有找过这个窗口。");
    await page.getByRole("button", { name: "送到上一级去查" }).click();
    await page.getByText("已送到包头市").first().waitFor();
    await wellMade(her, `look-sent-${script}`);
    const report = await page.getByRole("link", { name: "看查得怎么样" }).getAttribute("href");
    await page.goto(`/t/${number}/views`);
    await page.getByText("您说过不该看").first().waitFor();
    await wellMade(her, `look-log-${script}`);
    await lookUp(her, report.split("/").pop(), code);
    await page.getByText("我没有找过这个窗口。").first().waitFor({ state: "attached" });
    // The level above reads it; the unit that looked does not find it.
    const above = await someone(t, DESK);
    await signIn(above, "bt-xinfang");
    await above.page.goto("/desk/obstructions");
    assert.ok((await above.page.locator("main").innerText()).includes(report.split("/").pop()));
    await officer.page.goto(`/desk/search?q=${report.split("/").pop()}`);
    assert.equal(await officer.page.locator('main a[href^="/desk/obstructions/"]').count(), 0);
  });

  test(`a report over the unit's head takes a photograph, ${how}`, async (t) => {
    const her = await someone(t, PHONE, script);
    const { page, context } = her;
    await page.goto("/obstructed");
    await page.locator('input[name="wrongs"]').first().check();
    await page.locator("#facts").fill("窗口说今天不登记，让我下周来。");
    const unit = page.locator("#unit option", { hasText: "信访局" }).first();
    await page.locator("#unit").selectOption(await unit.getAttribute("value"));
    await page.locator('input[name="reach"][value="none"]').check();
    await page.locator("#files").setInputFiles({ name: "窗口.jpg", mimeType: "image/jpeg", buffer: await draw(context, "关着") });
    await wellMade(her, `obstructed-file-${script}`);
    await page.locator('main form[action="/obstructed"] button.lx-button--primary').click();
    await page.waitForURL(/\/obstructed\/[^/]+\/receipt$/);
    const number = page.url().split("/").at(-2);
    await page.goto(`/t/${number}`);
    await page.getByRole("link", { name: "窗口.jpg" }).waitFor();
    await wellMade(her, `report-file-${script}`);
    const above = await someone(t, DESK);
    await signIn(above, "bt-xinfang");
    await above.page.goto("/desk/obstructions");
    await above.page.locator("main tr, main li", { hasText: number }).getByRole("link").first().click();
    const file = await above.page.locator("#files a").first().getAttribute("href");
    const given = await above.page.request.get(file);
    assert.equal(given.status(), 200);
    assert.deepEqual([...(await given.body()).subarray(0, 2)], [0xff, 0xd8]);
    await wellMade(above, `report-desk-${script}`);
  });
}

test("a link that is pressed without signal ends on a page of ours, in the language chosen, and goes on from there", async (t) => {
  const her = await someone(t, PHONE);
  const { page, context } = her;
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto("/preferences?lang=en");
  await page.waitForFunction(async () => {
    const kept = await caches.match("/offline");
    return kept !== undefined && (await kept.text()).includes("No signal");
  });
  await context.setOffline(true);
  await page.goto("/how");
  await page.getByRole("heading", { name: "No signal" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/how");
  await wellMade(her, "offline");
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "How it works, how long" }).waitFor();
});

test("a form that is kept on no device says at its button that there is no signal, and keeps what was written", async (t) => {
  const her = await someone(t, PHONE);
  const { page, context } = her;
  await page.goto("/obstructed");
  await page.locator("#facts").fill("窗口说今天不登记。");
  await context.setOffline(true);
  await page.locator('main form[action="/obstructed"] button.lx-button--primary').click();
  await page.locator("p[data-no-signal]").waitFor();
  assert.equal(await page.locator("#facts").inputValue(), "窗口说今天不登记。");
  await context.setOffline(false);
  await page.locator("p[data-no-signal]").waitFor({ state: "detached" });
});

test("every day leads to the article behind it", async (t) => {
  const { her, number } = await filed(t, true);
  const { page } = her;
  await page.goto(`/t/${number}`);
  const links = await page.locator('a[href^="/laws#"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.ok(links.length > 0);
  for (const href of new Set(links)) {
    await page.goto(href);
    await page.locator(`[id="${href.split("#")[1]}"] dd`).waitFor();
  }
});

test("on paper what opens stands open, and pages are numbered", async (t) => {
  const { her, number } = await filed(t, true);
  const { page } = her;
  await page.goto(`/t/${number}`);
  await page.emulateMedia({ media: "print" });
  const shut = await page.locator("details.lx-why .lx-why__body").evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
  assert.equal(shut, 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 1);
});
