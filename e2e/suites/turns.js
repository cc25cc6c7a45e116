// A matter that does not go straight: the unit says it is not its own, the bureau decides, a leader gives more time, two people
// sign, and the petitioner changes her mind. What everybody sees is compared with what the law gives, dates included.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { STAFF, UNIT, act, find, me, opinionOf, rejectObjection, signIn, triage } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { wellMade } from "../lib/look.js";
import { MATTER, lookUp, receipt, send, write } from "../lib/petitioner.js";
import { daysIn, fromToday, spoken, today } from "../lib/days.js";

const LEADER = "dm-juzhang";
const REASON =
  "对照本单位的职责清单，草原补奖名单的公示和更正自机构改革以后已经划出，我单位没有现场处置和作出决定的权限，继续由我单位办理会耽误群众的时间。";

async function filed(t, look, script) {
  const her = await someone(t, look, script);
  await write(her, { claims: MATTER.claims.slice(0, 1) });
  await send(her);
  const { number, code } = await receipt(her);
  await lookUp(her, number, code);
  await her.page.waitForURL(`**/t/${number}`);
  return { her, number };
}

/** What she reads now on the page of her matter. */
async function reads({ page }, number) {
  await page.goto(`/t/${number}`);
  return page.locator("main").innerText();
}

async function grade({ page }, number, choices) {
  await page.goto(`/t/${number}/rate`);
  for (const [who, value] of Object.entries(choices)) {
    await page.locator(`input[name="${who}"][value="${value}"]`).check({ force: true });
  }
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => url.searchParams.get("done") === "rate");
  await page.goto(`/t/${number}/rate`);
  for (const [who, value] of Object.entries(choices)) {
    assert.ok(await page.locator(`input[name="${who}"][value="${value}"]`).isChecked(), `${who}: ${value}`);
  }
}

async function objected(t, script) {
  const { her, number } = await filed(t, PHONE, script);
  const bureau = await someone(t, DESK, script);
  await signIn(bureau, STAFF.bureau);
  const at = await find(bureau, number);
  await triage(bureau, at, UNIT);

  const handler = await someone(t, DESK, script);
  await signIn(handler, STAFF.handler);
  await act(handler, at, "object", async (page) => {
    await page.locator("#reason").fill(REASON);
    if (await page.locator("#basis").count()) await page.locator("#basis").fill("职能配置规定第四条");
  });
  // She need not bring it again: it waits for the bureau, and she reads that.
  assert.match(await reads(her, number), /核|换单位|不归它/);
  await bureau.page.goto("/desk?tab=objections");
  assert.ok(await bureau.page.locator(`main a[href*="${at.split("/").pop()}"]`).count(), "it is among the objections");
  await rejectObjection(bureau, at, "对照三定规定，名单的更正在你单位，请继续办理。");
  return { her, number, at, bureau, handler };
}

async function moreTime(handler, leader, at) {
  const name = await me(handler);
  await act(handler, at, "accept", async (page) => {
    const chosen = await page.locator("#handler option", { hasText: name }).getAttribute("value");
    await page.locator("#handler").selectOption(chosen);
    await page.locator("#route-1").selectOption("PETITION_PROCEDURE");
  });
  await act(handler, at, "contact", (page) => page.locator("#note").fill("电话联系，约好周三到草场看。"));
  await act(handler, at, "request-extension", async (page) => {
    await page.locator("#days").fill("20");
    await page.locator("#reason").fill("要等第三方测量的结果，测量队下个月才到。");
  });
  const before = await latest(handler, at);
  await act(leader, at, "grant-extension");
  return [before, await latest(handler, at)];
}

/** The last day that the case's page names: until when the opinion is due. */
async function latest({ page }, at) {
  await page.goto(at);
  return daysIn(await page.locator("main").innerText()).at(-1);
}

async function answered(t, handler, leader, at, script) {
  await handler.page.goto(opinionOf(at));
  await handler.page.locator("#findings").fill("调取了今年的公示名单和发放表，登记时漏了一户。");
  await handler.page.locator("#result-1").selectOption("EXPLAIN");
  await handler.page.locator("#text-1").fill("名单按去年核定面积公示七天后确定，公示表附后。");
  await handler.page.locator("#basis-1").fill("《信访工作条例》第三十六条");
  await handler.page.locator('button[name="submit"]').click();
  await handler.page.waitForURL((url) => url.searchParams.get("done") === "save-draft");
  const checker = await someone(t, DESK, script);
  await signIn(checker, STAFF.checker);
  await act(checker, at, "check");
  await act(leader, at, "sign");
  await act(handler, at, "serve", async (page) => {
    await page.locator('input[name="method"][value="IN_PERSON"]').check();
    await page.locator("#on").fill(today());
    await page.locator("#evidence").fill("送达回证，本人签收");
  });
}

for (const [how, script] of [
  ["with script", true],
  ["without script", false],
]) {
  test(`an objection, more time, two signatures, and her word, ${how}`, async (t) => {
    const { her, number, at, bureau, handler } = await objected(t, script);
    const leader = await someone(t, DESK, script);
    await signIn(leader, LEADER);
    const [before, later] = await moreTime(handler, leader, at);
    // Sixty days from acceptance, then twenty more; a rest day at the end moves on to the next working day.
    assert.ok(fromToday(before) >= 60 && fromToday(before) <= 70, `sixty days: ${spoken(before)}`);
    assert.ok(fromToday(later) >= 80 && fromToday(later) <= 90, `eighty days: ${spoken(later)}`);
    assert.ok((await reads(her, number)).includes(spoken(later)), `she reads ${spoken(later)}`);
    await wellMade(her, "turns-extended");
    await answered(t, handler, leader, at, script);
    assert.match(await reads(her, number), /公示七天/);
    await wellMade(her, "turns-answered");
    // She says how she found it, sleeps over it, and says it again.
    await grade(her, number, { unit: "dissatisfied", bureau: "satisfied" });
    await grade(her, number, { unit: "basically", bureau: "satisfied" });
    await bureau.page.goto(at);
    assert.match(await bureau.page.locator("main").innerText(), /基本满意/);
    await wellMade(bureau, "turns-rated");
  });

  test(`what is not accepted can be opened again with something new, ${how}`, async (t) => {
    const { her, number } = await filed(t, DESK, script);
    const bureau = await someone(t, DESK, script);
    await signIn(bureau, STAFF.bureau);
    const at = await find(bureau, number);
    const words = "您反映的事项法院已经立案，结果以法院为准。可以向承办法官询问进度。";
    await act(bureau, at, "not-accept", async (page) => {
      await page.locator('input[name="reason"]').first().check();
      await page.locator("#explanation").fill(words);
    });
    assert.ok((await reads(her, number)).includes(words), "she reads why, in the words that were written");
    await grade(her, number, { bureau: "dissatisfied" });
    await grade(her, number, { bureau: "basically" });
    await her.page.goto(`/t/${number}/reopen`);
    await her.page.locator('input[name="reason"]').first().check();
    const news = "法院上周撤了案，这是裁定书上写的日子。";
    await her.page.locator("#text").fill(news);
    await her.page.locator('main form button[type="submit"]').first().click();
    await her.page.waitForURL((url) => url.searchParams.get("done") === "reopen");
    assert.ok((await reads(her, number)).includes(number), "the same number");
    await wellMade(her, "turns-reopened");
    await bureau.page.goto("/desk?tab=triage");
    assert.ok(await bureau.page.locator(`main a[href*="${at.split("/").pop()}"]`).count(), "it is to be triaged again");
    await bureau.page.goto(`${at}?record=all`);
    await bureau.page.getByText(news).first().waitFor();
  });
}
