// An agent at a door without signal: everything is kept, it arrives once, and nobody else sees it.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DESK, PHONE, openAs } from "../lib/browser.js";
import { credentials } from "../lib/desk.js";
import { house, someone } from "../lib/house.js";
import { draw } from "../lib/jpeg.js";
import { wellMade } from "../lib/look.js";

const AGENT = "dm-daiban";
const GRID = "dm-wangge";
const PAGE = "/desk/doorstep";
const MATTER = {
  facts: "上门时说：机井从去年秋天起抽不上水，二十户的羊要拉到八里外去饮。",
  claims: ["把机井修好。", "修好以前给拉水的油钱。"],
  name: "测试人丙",
};
let phones = 0;
/** Each test's person has a telephone of her own, or every second one would look alike. */
const phone = () => `138000004${String(++phones).padStart(2, "0")}`;

/** A telephone: its memory outlives its browser. `again` switches it off and on. */
async function telephone(t, look = PHONE) {
  const dir = await mkdtemp(join(tmpdir(), "lianxin-phone-"));
  const device = {};
  const on = async () => Object.assign(device, await openAs(dir, house.demo.url, look));
  device.again = async ({ offline = false, before = async () => {} } = {}) => {
    const faults = device.faults;
    await device.context.close();
    await on();
    device.faults.push(...faults);
    await device.context.setOffline(offline);
    await before(device);
    await device.page.goto(PAGE);
  };
  await on();
  t.after(async () => {
    await device.context.close();
    await rm(dir, { recursive: true, force: true });
    assert.deepEqual(device.faults, []);
  });
  return device;
}

const signal = (device, look) => device.page.locator(`#signal[data-signal="${look}"]`).waitFor();
const show = (device, view) => device.page.locator(`.lx-door__nav a[href="#${view}"]`).click();
const card = (device, stage) => device.page.locator(`.lx-door__draft[data-stage="${stage}"]`);

/** Signs in and waits until the device can do without us. */
async function signIn(device, login) {
  await device.page.goto(`/desk/sign-in?back=${PAGE}`);
  await credentials(device.page, login);
  await device.page.waitForURL(`**${PAGE}`);
  await ready(device);
}

async function ready(device) {
  await signal(device, "on");
  await device.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (;;) {
      const names = (await caches.keys()).filter((name) => name.startsWith("lx-doorstep-"));
      const shells = await Promise.all(names.map(async (name) => (await caches.open(name)).match("/desk/doorstep/shell")));
      if (shells.some(Boolean) && navigator.serviceWorker.controller) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

/** Writes the form; what `other` says differently. */
async function write(device, other = {}) {
  const matter = { ...MATTER, phone: phone(), ...other };
  const { page } = device;
  await show(device, "form");
  await page.locator("#facts").fill(matter.facts);
  for (const [n, claim] of matter.claims.entries()) {
    if (n >= (await page.locator('input[name="claims"]').count())) await page.locator(".lx-lines__add").click();
    await page.locator('input[name="claims"]').nth(n).fill(claim);
  }
  await page.locator("#name").fill(matter.name);
  await page.locator("#phone").fill(matter.phone);
  if (await page.locator("#mandate-group").isVisible()) await page.locator('input[name="mandate"][value="yes"]').check();
  await page.locator("#saved", { hasText: "已存在手机里" }).waitFor();
  return matter;
}

async function photographs(device, ...names) {
  const context = await house.browser.newContext();
  const files = [];
  for (const name of names) files.push({ name: `${name}.jpg`, mimeType: "image/jpeg", buffer: await draw(context, name) });
  await context.close();
  await device.page.locator("#files").setInputFiles(files);
  await device.page.locator("#kept li").nth(names.length - 1).waitFor();
}

const finish = (device) => device.page.getByRole("button", { name: "记完了，送出" }).click();

async function arrived(device) {
  await card(device, "sent").first().waitFor();
  const number = await card(device, "sent").first().locator('[data-slot="number"]').innerText();
  const code = await card(device, "sent").first().locator('[data-slot="code"]').innerText();
  assert.match(number, /^150\d+-\d{8}-\d{6}-\d$/);
  assert.match(code, /^\d{4} \d{4}$/);
  return { number, code };
}

/** Everything that lies in the device's store, as text: what somebody finds who reads the disk. */
function dump(device) {
  return device.page.evaluate(async () => {
    const request = indexedDB.open("lx-doorstep");
    const db = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = (store) =>
      new Promise((resolve) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const text = (value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value)
        : value && typeof value === "object"
          ? Object.values(value).map(text).join(" ")
          : String(value);
    const [meta, drafts, files] = [await all("meta"), await all("drafts"), await all("files")];
    db.close();
    const key = meta.find((one) => one.name === "current")?.key;
    return { text: text([meta, drafts, files]), drafts: drafts.length, files: files.length, extractable: key?.extractable };
  });
}

/** How many matters the agent's list holds, asked of the server. */
const listed = (device) =>
  device.page.evaluate(async () => (await (await fetch("/desk/doorstep/state", { headers: { accept: "application/json" } })).json()).rows.length);

test("registered without signal, switched off and on, and arrived once", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  const { page, context } = device;
  await wellMade(device, "door-1-today");
  const before = await listed(device);
  await context.setOffline(true);
  await page.reload();
  await signal(device, "off");
  await page.locator("#signal", { hasText: "没有信号，先存在手机里" }).waitFor();
  assert.match(await page.locator("#stamp").innerText(), /^数据是 \d\d:\d\d 的$/);
  const matter = await write(device);
  await photographs(device, "机井", "水泵");
  await wellMade(device, "door-2-form");

  await device.again({ offline: true });
  await show(device, "form");
  assert.equal(await device.page.locator("#facts").inputValue(), matter.facts);
  const claims = await device.page.locator('input[name="claims"]').evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(claims, matter.claims);
  assert.deepEqual(await device.page.locator('#kept [data-slot="name"]').allInnerTexts(), ["机井.jpg", "水泵.jpg"].map((name) => name));
  await finish(device);
  await card(device, "waiting").waitFor();
  await wellMade(device, "door-3-waiting");
  const sealed = await dump(device);
  for (const told of [matter.facts, matter.claims[0], matter.name, matter.phone]) assert.ok(!sealed.text.includes(told), `in clear: ${told}`);
  assert.deepEqual([sealed.drafts, sealed.files, sealed.extractable], [1, 2, false]);

  // The session went with the browser; what waits goes on as soon as she is signed in again.
  await device.context.setOffline(false);
  await signal(device, "ask");
  await device.page.locator("#sign-in").click();
  await credentials(device.page, AGENT);
  await device.page.waitForURL(`**${PAGE}`);
  await show(device, "outbox");
  const { number } = await arrived(device);
  await wellMade(device, "door-4-arrived");
  assert.equal((await dump(device)).files, 0, "photographs leave the device when they have arrived");
  assert.equal(await listed(device), before + 1);
  await card(device, "sent").getByRole("link", { name: "看这一件" }).click();
  await device.page.waitForURL(/\/desk\/matters\//);
  const body = await device.page.locator("main").innerText();
  for (const words of [number, ...matter.claims, "机井.jpg", "水泵.jpg"]) assert.ok(body.includes(words), words);
  assert.match(body, /上门登记。手机上记完：.+。送到这里：.+。/);
});

test("the answer was lost on the way: it is sent again and registered once", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  const before = await listed(device);
  // Without sending in the background, so that the moment between the two can be looked at.
  await device.page.evaluate(() => Object.defineProperty(ServiceWorkerRegistration.prototype, "sync", { value: undefined }));
  let lost = 0;
  await device.context.route("**/desk/doorstep/send", async (route) => {
    if (lost++) return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await write(device);
  await finish(device);
  await card(device, "waiting").getByText("没等到回话").waitFor();
  assert.equal(await listed(device), before + 1, "it had arrived");
  assert.equal(await card(device, "waiting").getByRole("button", { name: "不要了" }).isVisible(), false);
  await card(device, "waiting").getByRole("button", { name: "现在送" }).click();
  await arrived(device);
  await card(device, "sent").getByText("只登记了一件").waitFor();
  assert.equal(await listed(device), before + 1);
});

test("a full telephone keeps the words and says which file it could not keep", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  const matter = await write(device);
  // The browser measures the room of a site now and then only: it is made small before the page comes up again.
  await device.again({
    before: async ({ context, page }) => {
      const devtools = await context.newCDPSession(page);
      const { usage } = await devtools.send("Storage.getUsageAndQuota", { origin: house.demo.url });
      await devtools.send("Storage.overrideQuotaForOrigin", { origin: house.demo.url, quotaSize: usage + 100_000 });
    },
  });
  await show(device, "form");
  const large = { name: "大照片.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(4_000_000, 7) };
  await device.page.locator("#files").setInputFiles(large);
  await device.page.locator("#saved", { hasText: "“大照片.jpg”（4.0 MB）没存下，写的字都在" }).waitFor();
  await wellMade(device, "door-5-full");
  // More words than there is room for, but for what was held back for them.
  const more = "机井的事她说了很久。".repeat(1_200);
  for (const facts of [more, `${more}。`, `${more}。。`, `${more}。。。`]) {
    await device.page.locator("#facts").fill(facts);
    await device.page.locator("#saved", { hasText: "已存在手机里" }).waitFor();
  }
  await device.page.locator("#facts").fill(matter.facts);
  await device.page.locator("#address").fill("巴音花 三组");
  await device.page.locator("#saved", { hasText: "已存在手机里" }).waitFor();
  await device.again();
  await show(device, "form");
  assert.equal(await device.page.locator("#facts").inputValue(), matter.facts);
  assert.equal(await device.page.locator("#address").inputValue(), "巴音花 三组");
  assert.match(await device.page.locator("#kept li").innerText(), /大照片\.jpg[\s\S]*没存下/);
});

test("two people on one telephone see only their own", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  const matter = await write(device, { facts: "甲写的，还没送。", name: "测试人丁" });
  await show(device, "outbox");
  await wellMade(device, "door-6-kept");
  await device.page.locator("#leave button").click();
  await device.page.waitForURL("**/desk/sign-in");
  const left = await dump(device);
  assert.equal(left.extractable, undefined, "the key is gone");
  for (const told of [matter.facts, matter.name, matter.phone]) assert.ok(!left.text.includes(told), told);

  await signIn(device, GRID);
  await show(device, "outbox");
  assert.equal(await device.page.locator(".lx-door__draft").count(), 0);
  await show(device, "form");
  assert.equal(await device.page.locator("#facts").inputValue(), "");
  assert.ok(!(await device.page.content()).includes(matter.facts));
  await show(device, "outbox");
  await device.page.locator("#leave button").click();
  await device.page.waitForURL("**/desk/sign-in");

  await signIn(device, AGENT);
  await show(device, "form");
  assert.equal(await device.page.locator("#facts").inputValue(), matter.facts, "hers is back with her");
});

test("signing out on any page of the desk closes the device", async (t) => {
  const device = await telephone(t, DESK);
  await signIn(device, AGENT);
  await write(device);
  await device.page.goto("/desk");
  await device.page.locator('form[action="/desk/sign-out"] button').filter({ visible: true }).click();
  await device.page.waitForURL("**/desk/sign-in");
  await device.page.waitForFunction(async () => {
    const request = indexedDB.open("lx-doorstep");
    const db = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const names = await new Promise((resolve) => {
      const asked = db.transaction("meta").objectStore("meta").getAllKeys();
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return !names.some((name) => name === "current" || name.startsWith("list:"));
  });
  await device.context.setOffline(true);
  await device.page.goto(PAGE);
  await device.page.locator("#signal", { hasText: "还没登录过" }).waitFor();
  assert.equal(await device.page.locator("#rows li").count(), 0);
});

test("the session ended meanwhile: nothing is lost, and it is sent after signing in", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  await device.context.setOffline(true);
  await write(device);
  await finish(device);
  await card(device, "waiting").waitFor();
  await device.context.clearCookies();
  await device.context.setOffline(false);
  await signal(device, "ask");
  await device.page.locator("#signal", { hasText: "登录到期了" }).waitFor();
  await wellMade(device, "door-7-sign-in");
  await device.page.locator("#sign-in").click();
  await credentials(device.page, AGENT);
  await device.page.waitForURL(`**${PAGE}`);
  await show(device, "outbox");
  await arrived(device);
});

test("a refusal stands at its field, and what looks alike is for her to say", async (t) => {
  const device = await telephone(t);
  await signIn(device, AGENT);
  const matter = await write(device, { phone: "138" });
  await finish(device);
  await card(device, "refused").waitFor();
  await wellMade(device, "door-8-refused");
  await card(device, "refused").getByRole("button", { name: "打开接着写" }).click();
  await device.page.locator("#phone[aria-invalid=true]").waitFor();
  assert.equal(await device.page.locator("#facts").inputValue(), matter.facts);
  await wellMade(device, "door-9-errors");
  const number = phone();
  await device.page.locator("#phone").fill(number);
  await finish(device);
  const first = await arrived(device);

  await write(device, { phone: number, facts: "又说了一遍。", claims: ["机井还是没修。"] });
  await finish(device);
  await card(device, "alike").getByText(first.number).waitFor();
  await wellMade(device, "door-10-alike");
  const before = await listed(device);
  await card(device, "alike").getByRole("button", { name: "不是一回事" }).click();
  await card(device, "sent").nth(1).waitFor();
  assert.equal(await listed(device), before + 1);
});

test("a telephone that runs fast is put right, and both times are kept", async (t) => {
  const device = await telephone(t);
  await device.context.addInitScript(() => {
    const [Real, ahead] = [Date, 12 * 60_000];
    window.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [Real.now() + ahead]));
      }
      static now() {
        return Real.now() + ahead;
      }
    };
  });
  await signIn(device, AGENT);
  await write(device);
  await finish(device);
  await arrived(device);
  await card(device, "sent").getByText("手机的表快 12 分钟，收到时间已改正").waitFor();
  await card(device, "sent").getByRole("link", { name: "看这一件" }).click();
  await device.page.getByText(/手机的表快 12 分钟，收到时间已改正为/).waitFor();
});

test("without script it is a plain form that says what it cannot do", async (t) => {
  const agent = await someone(t, PHONE, false);
  await agent.page.goto(`/desk/sign-in?back=${PAGE}`);
  await credentials(agent.page, AGENT);
  await agent.page.waitForURL(`**${PAGE}`);
  await agent.page.getByText("这台设备没开脚本，要有信号才能登记").waitFor();
  await wellMade(agent, "door-plain");
  await agent.page.locator("#facts").fill(MATTER.facts);
  await agent.page.locator('input[name="claims"]').first().fill(MATTER.claims[0]);
  await agent.page.locator("#draft button[type=submit]").click();
  await agent.page.locator("#mandate [value=yes]").check();
  assert.equal(await agent.page.locator("#facts").inputValue(), MATTER.facts);
  await agent.page.locator("#draft button[type=submit]").click();
  await agent.page.waitForURL("**/desk/register/receipt");
  await agent.page.getByText(/\d{4} \d{4}/).first().waitFor();
});
