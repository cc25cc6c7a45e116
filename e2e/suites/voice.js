// She speaks instead of writing: recorded in the browser or chosen from the telephone, heard and written down at the desk, and
// read on her own page. Chromium plays a tone into a microphone that is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, open, DESK, PHONE } from "../lib/browser.js";
import { STAFF, find, signIn, submit } from "../lib/desk.js";
import { house, someone } from "../lib/house.js";
import { wellMade } from "../lib/look.js";
import { lookUp, receipt, send, write } from "../lib/petitioner.js";

/** WebM with one track of Opus, as long as a breath; enough to be taken for what it is. */
const VOICE = Buffer.concat([
  Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]),
  Buffer.from("webm"),
  Buffer.from([0x18, 0x53, 0x80, 0x67, 0x16, 0x54, 0xae, 0x6b, 0x86, 0x86]),
  Buffer.from("A_OPUS"),
  Buffer.alloc(400),
]);

const SPOKEN = { facts: "", claims: [] };

async function speaker(t) {
  const browser = await launch(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
  const her = await open(browser, house.demo.url, PHONE, true);
  t.after(async () => {
    await browser.close();
    assert.deepEqual(her.faults, []);
  });
  return her;
}

async function record({ page }) {
  await page.locator(".lx-voice__go").click();
  await page.locator('[data-voice][data-state="live"]').waitFor();
  await page.waitForTimeout(1600);
  await page.locator(".lx-voice__go").click();
  await page.locator('[data-voice][data-state="done"]').waitFor();
}

const held = ({ page }) => page.locator("#voice").evaluate((input) => [...input.files].map((file) => [file.type, file.size]));

test("a recording alone is filed, written down at the desk and read on her page", async (t) => {
  const her = await speaker(t);
  await write(her, SPOKEN);
  await record(her);
  const [[type, size]] = await held(her);
  assert.match(type, /^audio\//);
  assert.ok(size > 500, `${size} bytes`);
  await wellMade(her, "voice-recorded");
  await send(her);
  const { number, code } = await receipt(her);
  await lookUp(her, number, code);
  await her.page.locator("#voice audio").waitFor();
  await her.page.getByText("还没记成文字").waitFor();

  const officer = await someone(t, DESK);
  await signIn(officer, STAFF.bureau);
  const at = await find(officer, number);
  const heard = await officer.page.locator(".lx-note audio").getAttribute("src");
  const bytes = await officer.page.request.get(heard, { headers: { range: "bytes=0-3" } });
  assert.equal(bytes.status(), 206);
  assert.deepEqual([...(await bytes.body())], [0x1a, 0x45, 0xdf, 0xa3]);
  await officer.page.getByRole("link", { name: "记成文字" }).click();
  await officer.page.locator("#words").fill("嘎查的井坏了，羊没有水喝。");
  await officer.page.locator("#read").check();
  await wellMade(officer, "voice-transcript");
  await submit(officer.page);
  await officer.page.waitForURL((url) => url.pathname === at);
  await officer.page.locator(".lx-note__words", { hasText: "羊没有水喝" }).waitFor();
  await wellMade(officer, "voice-case");

  await her.page.goto(`/t/${number}`);
  const words = her.page.locator(".lx-note__words");
  await words.waitFor();
  assert.match(await words.innerText(), /念过[\s\S]*羊没有水喝/);
  await wellMade(her, "voice-tracked");
});

test("a recording is kept on the device until it has been sent, and can be left out", async (t) => {
  const her = await speaker(t);
  await her.page.goto("/file");
  await record(her);
  await her.page.waitForTimeout(300);
  await her.page.reload();
  await her.page.locator('[data-voice][data-state="done"]').waitFor();
  assert.equal((await held(her)).length, 1);
  await her.page.locator(".lx-voice__drop").click();
  assert.equal((await held(her)).length, 0);
  await her.page.reload();
  await her.page.locator('[data-voice][data-state="idle"]').waitFor();
});

test("a recording can be added to a matter that is under way", async (t) => {
  const her = await speaker(t);
  await write(her);
  await send(her);
  const { number } = await receipt(her);
  await her.page.goto(`/t/${number}/add`);
  await record(her);
  await submit(her.page);
  await her.page.waitForURL((url) => url.searchParams.get("done") === "add");
  await her.page.locator("#voice audio").waitFor();
});

test("without script the telephone's own recorder is asked, and a photograph is not taken for words", async (t) => {
  const her = await someone(t, PHONE, false);
  await write(her, SPOKEN);
  const input = her.page.locator("#voice");
  assert.equal(await input.getAttribute("accept"), "audio/*");
  assert.notEqual(await input.getAttribute("capture"), null);
  assert.equal(await her.page.locator(".lx-voice__bar").isVisible(), false);
  await input.setInputFiles({ name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from("不是录音") });
  await send(her);
  await her.page.locator("#voice-error").waitFor();
  await wellMade(her, "voice-refused");
  await her.page.locator("#voice").setInputFiles({ name: "我说的.weba", mimeType: "audio/webm", buffer: VOICE });
  await send(her);
  const { number, code } = await receipt(her);
  await lookUp(her, number, code);
  await her.page.locator("#voice audio").waitFor();
});
