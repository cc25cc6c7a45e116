// `npm run guide`: walks through the demo as the guides tell it, by the same steps as the suites, and takes their pictures.
// LIANXIN_DEMO_URL uses a house that is open already. `npm run guide -- petitioner` takes the pictures of one guide only.
import { DESK, PHONE, launch, open } from "./lib/browser.js";
import { today } from "./lib/days.js";
import { startDemo } from "./lib/demo.js";
import { STAFF, UNIT, act, find, me, opinionOf, signIn, triage } from "./lib/desk.js";
import { lookUp, receipt, send, write } from "./lib/petitioner.js";
import { journey } from "./lib/journey.js";
import { shoot as take } from "./lib/shoot.js";

const [only] = process.argv.slice(2);
const wanted = (guide) => !only || only === guide;
const shoot = (who, name) => (wanted(name.split("-")[0]) ? take(who, name) : undefined);

const [demo, browser] = await Promise.all([startDemo(), launch()]);
const someone = (look) => open(browser, demo.url, look);

async function petitioner() {
  const her = await someone(PHONE);
  await her.page.goto("/");
  await shoot(her, "petitioner-home");
  await write(her);
  await shoot(her, "petitioner-file");
  await send(her);
  const paper = await receipt(her);
  await shoot(her, "petitioner-receipt");
  await her.page.goto("/t");
  await her.page.locator("#number").fill(paper.number);
  await shoot(her, "petitioner-look-up");
  await lookUp(her, paper.number, paper.code);
  await her.page.waitForURL(`**/t/${paper.number}`);
  return { her, ...paper };
}

async function followed({ her, number }) {
  await her.page.goto(`/t/${number}`);
  await shoot(her, "petitioner-track");
  await her.page.goto(`/t/${number}/views`);
  await shoot(her, "petitioner-views");
  await her.page.goto("/preferences?large=1");
  await her.page.goto(`/t/${number}`);
  await shoot(her, "petitioner-track-large");
  await her.page.goto("/preferences?large=0");
}

async function rated({ her, number }) {
  await her.page.goto(`/t/${number}/rate`);
  await shoot(her, "petitioner-rate");
}

async function agent() {
  const he = await someone(DESK);
  await he.page.goto("/desk/sign-in");
  await shoot(he, "agent-sign-in");
  await signIn(he, "dm-daiban");
  await shoot(he, "agent-inbox");
  await he.page.locator('main a[href*="/desk/matters/"]:visible').first().click();
  await he.page.waitForURL(/\/desk\/matters\//);
  await shoot(he, "agent-case");
  await he.page.goto("/desk/register");
  await shoot(he, "agent-register");
  const phone = await someone(PHONE);
  await signIn(phone, "dm-daiban");
  await shoot(phone, "agent-inbox-phone");
}

/** Taken down at the door: the same form as the petitioner's, in the agent's hands. */
async function registered() {
  const he = await someone(DESK);
  await signIn(he, "dm-daiban");
  await he.page.goto("/desk/register");
  const fill = async (field, words) => {
    if (await he.page.locator(field).count()) await he.page.locator(field).first().fill(words);
  };
  await fill("#facts", "我家门口的路灯坏了半个月，晚上看不见路，老人摔过一次。");
  await fill('input[name="claims"]', "把路灯修好");
  await fill("#name", "巴特尔");
  await fill("#phone", "13800000001");
  for (const field of ["#division", "#channel"]) {
    if (await he.page.locator(field).count()) await he.page.locator(field).selectOption({ index: 1 });
  }
  await he.page.locator("main form button.lx-button--primary").last().click();
  await he.page.waitForURL(/receipt/);
  await shoot(he, "agent-receipt");
}

/** The triage of the matter that has look-alikes. */
async function heating({ page }) {
  await page.goto("/desk");
  const links = page.locator('main a[href*="/desk/triage/"]');
  const hrefs = new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href").split(/[?#]/)[0])));
  for (const href of [...hrefs].reverse()) {
    await page.goto(href);
    if (page.url().includes("/desk/triage/") && (await page.locator("main").innerText()).includes("要求退采暖费")) return;
  }
  throw new Error("no triage of the heating");
}

/** What a desk sees besides the matter that is told. */
async function screens(officer) {
  await shoot(officer, "desk-inbox");
  await officer.page.goto("/desk/search?q=%E6%9A%96%E6%B0%94");
  await shoot(officer, "desk-search");
  await officer.page.goto("/desk/orders");
  await shoot(officer, "desk-orders");
  await officer.page.goto("/desk/keys");
  await shoot(officer, "desk-keys");
  await heating(officer);
  await shoot(officer, "desk-triage");
  await officer.page.goto("/desk?tab=objections");
  const objection = await officer.page.locator('main a[href*="/desk/matters/"]').first().getAttribute("href");
  await officer.page.goto(objection.split(/[?#]/)[0]);
  await officer.page.locator('main a[href*="/do/"]').first().click();
  await officer.page.waitForURL(/\/do\//);
  await shoot(officer, "desk-objection");
}

async function bureau(number) {
  const officer = await someone(DESK);
  await signIn(officer, STAFF.bureau);
  if (wanted("desk")) await screens(officer);
  const at = await find(officer, number);
  await triage(officer, at, UNIT);
  return at;
}

/** What the unit does, from taking it on to the answer in her hands. */
async function unit(at) {
  const handler = await someone(DESK);
  await signIn(handler, STAFF.handler);
  const name = await me(handler);
  await act(handler, at, "accept", async (page) => {
    const chosen = await page.locator("#handler option", { hasText: name }).getAttribute("value");
    await page.locator("#handler").selectOption(chosen);
    for (const no of [1, 2, 3]) await page.locator(`#route-${no}`).selectOption("PETITION_PROCEDURE");
  });
  await act(handler, at, "contact", (page) => page.locator("#note").fill("电话里核对了三条诉求，约好月底前答复。"));
  await handler.page.goto(opinionOf(at));
  await handler.page.locator("#findings").fill("调取了今年的公示名单和发放表，登记时漏了一户。");
  for (const no of [1, 2, 3]) {
    await handler.page.locator(`#result-${no}`).selectOption("EXPLAIN");
    await handler.page.locator(`#text-${no}`).fill("名单按去年核定面积公示七天后确定，公示表附后。");
    await handler.page.locator(`#basis-${no}`).fill("《信访工作条例》第三十六条");
  }
  await shoot(handler, "desk-draft");
  await handler.page.locator('button[name="submit"]').click();
  await handler.page.waitForURL((url) => url.searchParams.get("done") === "save-draft");
  await handler.page.goto(at);
  await shoot(handler, "desk-case");
  for (const [login, command] of [
    [STAFF.checker, "check"],
    [STAFF.leader, "sign"],
  ]) {
    const who = await someone(DESK);
    await signIn(who, login);
    await act(who, at, command);
  }
  await act(handler, at, "serve", async (page) => {
    await page.locator('input[name="method"][value="IN_PERSON"]').check();
    await page.locator("#on").fill(today());
    await page.locator("#evidence").fill("送达回证，本人签收");
  });
}

async function administrator() {
  const admin = await someone(DESK);
  await signIn(admin, STAFF.administrator);
  const pages = { overview: "/admin", "staff-new": "/admin/staff/new" };
  for (const name of ["divisions", "units", "staff", "clocks", "calendar", "settings"]) pages[name] = `/admin/${name}`;
  for (const [name, path] of Object.entries(pages)) {
    await admin.page.goto(path);
    await shoot(admin, `administrator-${name}`);
  }
}

try {
  if (only !== "journey") {
    const hers = await petitioner();
    if (wanted("agent")) {
      await agent();
      await registered();
    }
    const at = await bureau(hers.number);
    await followed(hers);
    await unit(at);
    await rated(hers);
    if (wanted("administrator")) await administrator();
  }
  if (wanted("journey")) await journey(someone, shoot);
} finally {
  await browser.close();
  await demo.stop();
}
