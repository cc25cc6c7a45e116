// One matter from a herder's door to the league and back: what she reads and what each desk sees, step by step.
import { DESK, PHONE } from "./browser.js";
import { today } from "./days.js";
import { STAFF, UNIT, act, find, me, opinionOf, signIn, triage } from "./desk.js";
import { lookUp } from "./petitioner.js";

const CLAIMS = ["把推倒的网围栏立起来", "说清楚便道占了谁家的草场"];
const SAID =
  "修便道的车把我家西边的网围栏推倒了二百多米，两家的羊混到一起。便道一半在我们旗，一半在那边旗，两边都说不归自己管。";

/** A screen as tall as the page, so that the bar at its foot lies over nothing. */
async function tall(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: PHONE.viewport?.width ?? 390, height: Math.min(height, 1500) });
}

/** Taken down at her door by the agent, with the mandate; what she takes home. */
async function atTheDoor(agent, shoot) {
  const { page } = agent;
  await page.goto("/desk/register");
  await page.locator("#facts").fill(SAID);
  const claims = page.locator('[name="claims"]');
  for (const [n, claim] of CLAIMS.entries()) {
    if (n >= (await claims.count())) await page.locator(".lx-lines__add").click();
    await claims.nth(n).fill(claim);
  }
  await page.locator("#title").fill("网围栏被推倒，两边旗都说不归自己管");
  const village = page.locator("#division option").nth(2);
  await page.locator("#division").selectOption(await village.getAttribute("value"));
  await page.locator("#name").fill("萨仁高娃");
  await page.locator("#phone").fill("13800000002");
  await page.locator("#channel").selectOption("AGENT_ENTRUSTED");
  await page.locator("#mandate > details").evaluate((fold) => (fold.open = true));
  for (const power of ["deliver", "enquire", "accompany"]) await page.locator(`#power_${power}`).check({ force: true });
  await page.locator('input[name="way"][value="PAPER"]').check({ force: true });
  await page.locator("#consent_passing_on").check({ force: true });
  await tall(page);
  await shoot(agent, "journey-1-door");
  const send = page.locator("main form button.lx-button--primary").last();
  await send.press("Enter");
  await page.waitForURL(/receipt/);
  await tall(page);
  await shoot(agent, "journey-2-receipt");
  const number = (await page.locator(".lx-receipt__number").first().innerText()).trim();
  const code = (await page.locator(".lx-receipt__code").first().innerText()).trim();
  return { number, code };
}

/** What she reads on her telephone at this moment. */
async function hers(her, number, shoot, name) {
  await her.page.goto(`/t/${number}`);
  await shoot(her, name);
}

/** The unit takes it on and speaks to her. */
async function takenOn(handler, at) {
  const name = await me(handler);
  await act(handler, at, "accept", async (page) => {
    const chosen = await page.locator("#handler option", { hasText: name }).getAttribute("value");
    await page.locator("#handler").selectOption(chosen);
    for (const no of [1, 2]) await page.locator(`#route-${no}`).selectOption("PETITION_PROCEDURE");
  });
  await act(handler, at, "contact", (page) =>
    page.locator("#note").fill("和代办员一起到家里，看了推倒的地方，量了长度。便道过了旗界，要两边一起定。"),
  );
}

const FOUND = {
  FORCES: "市里牵头，两个旗各出一名管草原的人。",
  DEMANDS: "和本人对过：围栏先立，界线后定，两条都不变。",
  PROBLEMS: "到现场量了，便道往她家这边偏了 14 米。",
  CONCLUSIONS: "原来说界线不清，查到 1998 年的图，界线是清楚的。",
};

/** The league does the four anew and brings it down. */
async function atTheLeague(above, at, shoot) {
  await above.page.goto(at);
  await shoot(above, "journey-7-league");
  for (const [what, found] of Object.entries(FOUND)) {
    await act(above, at, "redo", async (page) => {
      const choice = page.locator(`[name="what"][value="${what}"]`);
      if (await choice.count()) await choice.check({ force: true });
      else await page.locator("#what").selectOption(what);
      await page.locator("#found").fill(found);
    });
  }
  await act(above, at, "bring-down", (page) =>
    page.locator("#reason").fill("方案定了：施工单位两周内把围栏立好，界线按 1998 年的图，由旗里执行。"),
  );
}

const IN_TWO_WEEKS = new Date(Date.parse(today()) + 14 * 86_400_000).toISOString().slice(0, 10);
const PROMISED = ["把 214 米围栏立好", "按 0.6 亩把补偿发到卡上"];

/** Written, checked, signed and put into her hands. */
async function answered(handler, someone, at, shoot) {
  await handler.page.goto(opinionOf(at));
  await handler.page.locator("#findings").fill("便道施工推倒围栏 214 米属实。按 1998 年的图，推倒的地方在她家的草场里。");
  const texts = ["施工单位两周内把围栏立好，立好以后请您到现场看。", "便道占的是您家的草场，占用 0.6 亩，按标准补偿。"];
  for (const [n, text] of texts.entries()) {
    await handler.page.locator(`#result-${n + 1}`).selectOption("SUPPORT");
    await handler.page.locator(`#text-${n + 1}`).fill(text);
    // What was promised is asked for in a fold of its own.
    await handler.page.locator("main details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
    for (const [field, words] of Object.entries({ obligor: "施工单位", what: PROMISED[n], due: IN_TWO_WEEKS })) {
      await handler.page.locator(`#${field}-${n + 1}`).fill(words);
    }
    await handler.page.locator(`#basis-${n + 1}`).fill("《信访工作条例》第三十二条（演示）");
  }
  await handler.page.locator('button[name="submit"]').click();
  await handler.page.waitForURL((url) => url.searchParams.get("done") === "save-draft");
  for (const [login, command] of [
    [STAFF.checker, "check"],
    [STAFF.leader, "sign"],
  ]) {
    const who = await someone(DESK);
    await signIn(who, login);
    if (command === "sign") {
      await who.page.goto(opinionOf(at));
      await shoot(who, "journey-9-sign");
    }
    await act(who, at, command);
  }
  await act(handler, at, "serve", async (page) => {
    await page.locator('input[name="method"][value="IN_PERSON"]').check();
    await page.locator("#on").fill(today());
    await page.locator("#evidence").fill("代办员陪着当面读过，本人签收（演示）");
  });
}

/** She says of each claim whether it is solved. */
async function confirmed(her, number) {
  for (const [n] of CLAIMS.entries()) {
    await her.page.goto(`/t/${number}/confirm`);
    await her.page.locator('input[name="claim"]').nth(n).check({ force: true });
    await her.page.locator('button[name="solved"][value="yes"]').click();
    await her.page.waitForURL((url) => url.searchParams.get("done") === "confirm");
  }
}

/** The whole way. `someone(look)` opens a browser of its own, `shoot(who, name)` takes a picture. */
export async function journey(someone, shoot) {
  const as = async (login, look = DESK) => {
    const who = await someone(look);
    await signIn(who, login);
    return who;
  };
  const agent = await as("dm-daiban", PHONE);
  const { number, code } = await atTheDoor(agent, shoot);
  const her = await someone(PHONE);
  await lookUp(her, number, code);
  await her.page.waitForURL(`**/t/${number}`);
  await hers(her, number, shoot, "journey-3-hers-registered");

  const station = await as("dm-zhanzhang");
  const at = await find(station, number);
  await shoot(station, "journey-4-station");
  await triage(station, at, UNIT);
  const handler = await as(STAFF.handler);
  await takenOn(handler, at);
  await handler.page.goto(at);
  await shoot(handler, "journey-5-unit");

  const officer = await as(STAFF.bureau);
  await officer.page.goto(`${at}/do/raise`);
  await officer.page.locator("label", { hasText: "包头市信访局" }).first().click();
  await officer.page.locator("#reason").fill("便道跨两个旗，界线和施工都要两边一起定，旗里定不下来。");
  await shoot(officer, "journey-6-raise");
  await act(officer, at, "raise", async (page) => {
    await page.locator("label", { hasText: "包头市信访局" }).first().click();
    await page.locator("#reason").fill("便道跨两个旗，界线和施工都要两边一起定，旗里定不下来。");
  });
  const above = await as("bt-xinfang");
  await atTheLeague(above, at, shoot);
  await hers(her, number, shoot, "journey-8-hers-came-down");

  await answered(handler, someone, at, shoot);
  await hers(her, number, shoot, "journey-10-hers-answered");
  await confirmed(her, number);
  await hers(her, number, shoot, "journey-11-hers-solved");
  await handler.page.goto(at);
  await shoot(handler, "journey-12-whole-way");
}
