// A day on which somebody receives: opened at the desk, booked by her, held on the day; whoever came without a matter leaves with one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { STAFF, signIn } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { wellMade } from "../lib/look.js";
import { MATTER, lookUp, receipt, send, write } from "../lib/petitioner.js";
import { today } from "../lib/days.js";

/** Opens a day, today, with a place that no other has. */
async function opened({ page }, place) {
  await page.goto("/desk/reception");
  // Each day has a host of its own, since nobody receives twice at one time; and it is not over while the test runs.
  await page.locator("#host").fill(`副旗长（虚构，${place}）`);
  await page.locator("#place").fill(place);
  await page.locator("#on").fill(today());
  await page.locator("#from").fill("0:00");
  await page.locator("#until").fill("23:59");
  await page.locator("#seats").fill("2");
  await page.locator("main form button.lx-button--primary").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "opened");
  return page.locator("main tr, main li", { hasText: place }).getByRole("link").last().getAttribute("href");
}

async function filed(t, script) {
  const her = await someone(t, PHONE, script);
  await write(her, { claims: MATTER.claims.slice(0, 1) });
  await send(her);
  const { number, code } = await receipt(her);
  await lookUp(her, number, code);
  await her.page.waitForURL(`**/t/${number}`);
  return { her, number };
}

async function books({ page }, number, place) {
  await page.goto(`/t/${number}`);
  await page.getByRole("link", { name: "约领导接访" }).click();
  await page.locator("label", { hasText: place }).first().click();
  await page.locator("main form button.lx-button--primary").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "reception");
}

async function held({ page }, at, number) {
  await page.goto(at);
  await page.locator("#number").fill(number);
  await page.locator("#findings").fill("本人要一个准日子，定在下周五以前答复。");
  await page.getByRole("button", { name: "记下接访" }).click();
  await page.waitForURL((url) => url.searchParams.get("done") === "held");
}

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";
  test(`a seat is booked, given back, booked again and used, ${how}`, async (t) => {
    const place = `接待大厅 ${script ? "一" : "二"}号（演示）`;
    const officer = await someone(t, DESK, script);
    await signIn(officer, STAFF.bureau);
    const at = await opened(officer, place);
    const { her, number } = await filed(t, script);
    await books(her, number, place);
    await wellMade(her, `reception-booked-${script ? "script" : "plain"}`);
    await her.page.goto(`/t/${number}/reception`);
    assert.ok((await her.page.locator("main").innerText()).includes(place));
    await her.page.getByRole("button", { name: "退掉这一天" }).click();
    await her.page.waitForURL((url) => url.searchParams.get("done") === "reception");
    await books(her, number, place);
    await officer.page.goto(at);
    assert.ok((await officer.page.locator("main").innerText()).includes("约好了"));
    await wellMade(officer, `reception-day-${script ? "script" : "plain"}`);
    await held(officer, at, number);
    assert.ok((await officer.page.locator("main").innerText()).includes("接访过了"));
    // The seat is used: there is nothing to give back.
    await her.page.goto(`/t/${number}/reception`);
    assert.equal(await her.page.getByRole("button", { name: "退掉这一天" }).count(), 0);
  });
}

test("who came without a matter leaves with one", async (t) => {
  const place = "接待大厅三号（演示）";
  const officer = await someone(t, DESK);
  await signIn(officer, STAFF.bureau);
  const at = await opened(officer, place);
  const { page } = officer;
  await page.goto(at);
  await page.getByRole("link", { name: "当场登记" }).click();
  await page.waitForURL(/\/desk\/register\?reception=/);
  await page.locator("#findings").fill("当场问清楚了，材料可以以后补。");
  await page.locator("#facts").fill(MATTER.facts);
  await page.locator('[name="claims"]').first().fill(MATTER.claims[0]);
  await page.locator("#division").selectOption({ index: 1 });
  await page.locator("#name").fill(MATTER.name);
  await page.locator("#phone").fill("13800000009");
  await page.locator("main form button.lx-button--primary").last().click();
  await page.waitForURL(/receipt/);
  const number = (await page.locator(".lx-receipt__number").first().innerText()).trim();
  await page.goto(at);
  const seats = await page.locator("main").innerText();
  assert.ok(seats.includes(number) && seats.includes("接访过了"), seats);
});
