// What is refused, and what that costs the person: nothing that was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { STAFF, credentials, find, signIn, submit } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { wellMade } from "../lib/look.js";
import { MATTER, lookUp, receipt, send, unknownNumber, write } from "../lib/petitioner.js";

async function filed(t, script) {
  const her = await someone(t, PHONE, script);
  await write(her);
  await send(her);
  return { her, ...(await receipt(her)) };
}

const ways = [
  ["with script", true],
  ["without script", false],
];

for (const [how, script] of ways) {
  test(`a wrong code opens nothing, and too many have to wait, ${how}`, async (t) => {
    const { number, code } = await filed(t, script);
    const stranger = await someone(t, PHONE, script);
    const wrong = code === "0000 0000" ? "1111 1111" : "0000 0000";
    await stranger.page.goto(`/t/${number}`);
    assert.ok(!(await stranger.page.content()).includes(MATTER.claims[0]), "the number alone opens nothing");
    const said = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const [answer] = await Promise.all([
        stranger.page.waitForResponse((response) => response.request().method() === "POST"),
        lookUp(stranger, number, wrong),
      ]);
      said.push(answer.status());
      assert.ok(!(await stranger.page.content()).includes(MATTER.claims[0]));
    }
    assert.deepEqual(said, [422, 422, 422, 422, 422, 429]);
    await wellMade(stranger, "wrong-code");
    // A number that nobody has is answered in the same words.
    const nobody = await someone(t, PHONE, script);
    await lookUp(nobody, unknownNumber(number), wrong);
    const words = await nobody.page.locator(".lx-summary").innerText();
    const other = await someone(t, PHONE, script);
    const again = await filed(t, script);
    await lookUp(other, again.number, wrong);
    assert.equal(await other.page.locator(".lx-summary").innerText(), words);
  });

  test(`a file of the wrong kind or size is named, the text stays, ${how}`, async (t) => {
    const her = await someone(t, PHONE, script);
    const files = [
      { name: "合同.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4096, 0x90)]) },
      { name: "录像.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(21_000_000) },
    ];
    for (const [n, file] of files.entries()) {
      await write(her);
      await her.page.locator("#files").setInputFiles(file);
      await send(her);
      const error = her.page.locator("#files-error, .lx-upload__error, .lx-summary").first();
      await error.waitFor();
      assert.ok((await her.page.locator("main").innerText()).includes(file.name), "it says which file");
      assert.equal(await her.page.locator("#facts").inputValue(), MATTER.facts);
      assert.equal(await her.page.locator('[name="claims"]').nth(2).inputValue(), MATTER.claims[2]);
      assert.ok(!/receipt$/.test(her.page.url()));
      await wellMade(her, `file-refused-${n}`);
    }
  });

  test(`when the two hours are over in mid-form, her words come along, ${how}`, async (t) => {
    const { her, number, code } = await filed(t, script);
    const words = "补充：名单公示的照片在手机里，改天送来。";
    await her.page.goto(`/t/${number}/add`);
    await her.page.locator("#note").fill(words);
    await her.context.clearCookies({ name: "lx-track" });
    await submit(her.page);
    await her.page.locator("#code").fill(code);
    await her.page.getByRole("button", { name: "查", exact: true }).click();
    assert.equal(await her.page.locator("#note").inputValue(), words);
    await submit(her.page);
    await her.page.waitForURL((url) => url.searchParams.get("done") === "add");
    await her.page.getByText(words).first().waitFor({ state: "attached" });
  });

  test(`a desk session that ended in mid-form loses no text, ${how}`, async (t) => {
    const { number } = await filed(t, script);
    const officer = await someone(t, DESK, script);
    await signIn(officer, STAFF.bureau);
    const at = await find(officer, number);
    const words = "已电话告知：材料收到，正在甄别。";
    await officer.page.goto(`${at}/do/add-material`);
    await officer.page.locator("#note").fill(words);
    // Somebody ends all other sessions of this account, from another machine.
    const elsewhere = await someone(t, DESK, script);
    await signIn(elsewhere, STAFF.bureau);
    await elsewhere.page.goto("/desk/sessions");
    const ends = elsewhere.page.locator('form[action="/desk/sessions"] button');
    while (await ends.count()) {
      await ends.first().click();
      await elsewhere.page.waitForLoadState("load");
    }
    await submit(officer.page);
    await credentials(officer.page, STAFF.bureau);
    await officer.page.locator(".lx-pre", { hasText: words }).waitFor();
    await wellMade(officer, "carried");
    await officer.page.locator(`form[action="${at}/do/add-material"] button[type="submit"]`).click();
    await officer.page.waitForURL((url) => url.pathname === at && url.searchParams.get("done") === "add-material");
    await officer.page.goto(`${at}?record=all`);
    await officer.page.getByText(words).first().waitFor();
  });
}

test("administrators administer, and see nobody's matter", async (t) => {
  const { number } = await filed(t, false);
  const admin = await someone(t, DESK, true);
  await signIn(admin, STAFF.administrator);
  await admin.page.goto(`/desk/search?q=${number}`);
  assert.ok(!(await admin.page.content()).includes(MATTER.claims[0]));
  assert.equal(await admin.page.locator('main a[href*="/desk/matters/"]').count(), 0);
});
