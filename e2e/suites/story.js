// One matter from filing to rating: a petitioner with a telephone and four people at their desks. With script, and without.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { daysIn, fromToday, today } from "../lib/days.js";
import { STAFF, UNIT, act, find, me, opinionOf, signIn, submit, triage } from "../lib/desk.js";
import { house, someone } from "../lib/house.js";
import { draw, photographed, segments, tellsWhere } from "../lib/jpeg.js";
import { accessible, fits, picture, wellMade } from "../lib/look.js";
import { MATTER, lookUp, receipt, send, write } from "../lib/petitioner.js";
import { readCode } from "../lib/qr.js";

const CAMERA = "Lianxin Test Camera";
const ANSWERS = ["名单漏登已改正，今年的补奖十二月补发。", "名单按去年核定面积公示七天后确定，公示表附后。"];

/** Two photographs, as a telephone takes them. */
async function photographs() {
  const context = await house.browser.newContext();
  const taken = [];
  for (const name of ["草场 北坡", "承包证"]) {
    const bytes = photographed(await draw(context, name), CAMERA);
    assert.ok(tellsWhere(bytes), "the photograph that is handed in says where it was taken");
    taken.push({ name: `${name}.jpg`, mimeType: "image/jpeg", buffer: bytes });
  }
  await context.close();
  return taken;
}

/** She files; a mistake in between costs her nothing. */
async function file(her) {
  await write(her, { phone: "138" });
  await her.page.locator("#files").setInputFiles(await photographs());
  await send(her);
  await her.page.locator(".lx-summary").waitFor();
  await wellMade(her, "1-file-again");
  assert.equal(await her.page.locator("#facts").inputValue(), MATTER.facts);
  assert.equal(await her.page.locator('input[name="kept"]').count(), 2, "the photographs need not be chosen again");
  await her.page.locator("#phone").fill(MATTER.phone);
  await send(her);
  const paper = await receipt(her);
  await wellMade(her, "2-receipt");
  const qr = await readCode(her.page.locator(".lx-receipt__qr svg").first(), house.browser);
  assert.ok(qr?.includes(paper.number), `the QR code says ${qr}`);
  assert.ok(!qr.replaceAll(" ", "").includes(paper.code.replace(" ", "")), "the code is not in the QR code");
  return paper;
}

/** Her photographs are there, and no longer say where or with what they were taken. */
async function checkPhotographs(her) {
  const links = her.page.locator('a[href*="/files/"][download]');
  const found = new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href"))));
  assert.equal(found.size, 2, "both photographs");
  for (const href of found) {
    const response = await her.context.request.get(href);
    assert.equal(response.headers()["content-type"], "image/jpeg");
    const bytes = await response.body();
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8]);
    assert.ok(segments(bytes).some(([marker]) => marker === 0xdb), "it is still a picture");
    assert.ok(!tellsWhere(bytes), "the position is gone");
    assert.ok(!bytes.includes(CAMERA), "the camera is gone");
  }
}

async function accept(handler, at) {
  const name = await me(handler);
  await act(handler, at, "accept", async (page) => {
    const chosen = await page.locator("#handler option", { hasText: name }).getAttribute("value");
    await page.locator("#handler").selectOption(chosen);
    await page.locator("#route-1").selectOption("PETITION_PROCEDURE");
    await page.locator("#route-2").selectOption("PETITION_PROCEDURE");
    await page.locator("#route-3").selectOption("ARBITRATION");
    await page.locator("#target-3").fill("达茂旗劳动人事争议仲裁委员会");
  });
}

/** A draft that leaves a claim without an answer cannot be handed in; a whole one can. */
async function draft(handler, at) {
  const { page } = handler;
  await page.goto(opinionOf(at));
  await page.locator("#findings").fill("调取了今年的公示名单和发放表，登记时漏了一户。");
  await answer(page, 1);
  const handIn = page.locator('button[name="submit"]');
  await handIn.click();
  await page.waitForLoadState("load");
  assert.ok(!page.url().includes("done="), "the second claim has no answer yet");
  assert.equal(await page.locator("#text-1").inputValue(), ANSWERS[0], "what was written is still there");
  await picture(page, `5-draft-refused-${handler.script ? "script" : "plain"}`);
  await answer(page, 2);
  await handIn.click();
  await page.waitForURL((url) => url.searchParams.get("done") === "save-draft");
}

async function answer(page, no) {
  await page.locator(`#result-${no}`).selectOption("EXPLAIN");
  await page.locator(`#text-${no}`).fill(ANSWERS[no - 1]);
  await page.locator(`#basis-${no}`).fill("《信访工作条例》第三十六条");
}

async function serve(handler, at) {
  await act(handler, at, "serve", async (page) => {
    await page.locator('input[name="method"][value="IN_PERSON"]').check();
    await page.locator("#on").fill(today());
    await page.locator("#evidence").fill("送达回证，本人签收");
  });
}

async function rate(her) {
  const { page } = her;
  await page.locator('#rate input[name="unit"][value="satisfied"]').check({ force: true });
  await page.locator('#rate input[name="bureau"][value="basically"]').check({ force: true });
  await page.locator("#rate button[type=submit]").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "rate");
  assert.ok(await page.locator('#rate input[name="unit"][value="satisfied"]').isChecked(), "her word stands");
  assert.ok(await page.locator('#rate input[name="bureau"][value="basically"]').isChecked());
  await wellMade(her, "9-rated");
}

/** Her page names a day so many days from today: the law's span, and at most the rest days that follow it. */
async function promised({ page }, least, most) {
  const days = daysIn(await page.locator("main").innerText()).map(fromToday);
  assert.ok(days.some((day) => day >= least && day <= most), `a day ${least} to ${most} from today, among ${days.join(" ")}`);
}

async function story(t, script) {
  // A telephone, or the computer at the library.
  const her = await someone(t, script ? PHONE : DESK, script);
  const paper = await file(her);

  await lookUp(her, paper.number, paper.code);
  await her.page.waitForURL(`**/t/${paper.number}`);
  for (const claim of MATTER.claims) await her.page.getByText(claim).first().waitFor({ state: "attached" });
  await promised(her, 15, 22);
  await wellMade(her, "3-track");
  await checkPhotographs(her);

  const bureau = await someone(t, DESK, script);
  await signIn(bureau, STAFF.bureau);
  await wellMade(bureau, "4-inbox");
  const at = await find(bureau, paper.number);
  await wellMade(bureau, "4-case");
  assert.ok(!(await bureau.page.content()).includes(MATTER.phone), "the telephone is masked");
  await triage(bureau, at, UNIT);

  const handler = await someone(t, DESK, script);
  await signIn(handler, STAFF.handler);
  await accept(handler, at);
  await her.page.goto(`/t/${paper.number}`);
  await promised(her, 60, 70);
  await act(handler, at, "contact", (page) => page.locator("#note").fill("电话里核对了三条诉求，约好月底前答复。"));
  await draft(handler, at);

  const leader = await someone(t, DESK, script);
  await signIn(leader, STAFF.leader);
  await leader.page.goto(opinionOf(at));
  assert.equal(await leader.page.locator("main form button", { hasText: "签发" }).count(), 0, "nobody signs before it was checked");
  const checker = await someone(t, DESK, script);
  await signIn(checker, STAFF.checker);
  await act(checker, at, "check");
  await act(leader, at, "sign");
  await wellMade(leader, "6-signed");
  await her.page.goto(`/t/${paper.number}`);
  assert.ok(!(await her.page.content()).includes(ANSWERS[0]), "an answer is read once it is served");
  await serve(handler, at);

  await her.page.goto(`/t/${paper.number}`);
  for (const words of ANSWERS) await her.page.getByText(words).first().waitFor();
  await promised(her, 30, 37);
  await wellMade(her, "8-answered");
  await rate(her);
  await handler.page.goto(at);
  assert.equal(await handler.page.locator(`a[href="${at}/do/rate"]`).count(), 0, "who handled it cannot rate it");
  await fits(handler.page);
  if (script) await accessible(handler.page);
}

test("from filing to rating, with script", (t) => story(t, true));
test("from filing to rating, without script", (t) => story(t, false));
