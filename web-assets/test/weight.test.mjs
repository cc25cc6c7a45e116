// The portal stays light: what every public page loads before script.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL("manifest.json", dist), "utf8"));

async function zipped(...names) {
  const sizes = await Promise.all(names.map(async (name) => (await stat(new URL(`${manifest[name]}.gz`, dist))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("styles and icons of the portal fit in 25 KB, the whole public shell in 40 KB", async () => {
  assert.ok((await zipped("portal.css", "icons.svg", "favicon.svg")) < 25_000);
  assert.ok((await zipped("portal.css", "icons.svg", "favicon.svg", "app.js")) < 40_000);
});

test("nothing in the styles or scripts loads from elsewhere", async () => {
  for (const name of ["portal.css", "desk.css"]) {
    const css = await readFile(new URL(manifest[name], dist), "utf8");
    assert.ok(!/url\(\s*["']?(https?:)?\/\//.test(css), name);
    assert.ok(!css.includes("@import"), name);
  }
});
