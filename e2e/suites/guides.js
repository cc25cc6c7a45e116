// The guides show and name only what there is.
import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { MOST, PICTURES } from "../lib/shoot.js";
import { routes } from "../lib/tour.js";

const folder = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const guides = (await readdir(folder)).filter((name) => name.endsWith(".md"));
const read = async (name) => readFile(`${folder}${name}`, "utf8");

test("every picture of the guides exists, is small, is described, and is used", async () => {
  const used = new Set();
  for (const guide of guides) {
    for (const [, words, path] of (await read(guide)).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
      assert.ok(words.length > 1, `${guide}: ${path} has no description`);
      const { size } = await stat(`${folder}${path}`);
      assert.ok(size > 1_000 && size <= MOST, `${guide}: ${path} weighs ${size}`);
      used.add(path.replace("pictures/", ""));
    }
  }
  assert.ok(used.size >= 25, `${used.size} pictures`);
  assert.deepEqual((await readdir(PICTURES)).sort(), [...used].sort());
});

test("every address the guides name is a route of the house", async () => {
  const known = new Set((await routes()).map((route) => route.replace(/\{[^}]+\}/g, "{}")));
  for (const guide of guides) {
    for (const [, path] of (await read(guide)).matchAll(/`(\/[a-z][^`\s]*)`/g)) {
      assert.ok(known.has(path.replace(/\{[^}]+\}/g, "{}")), `${guide} names ${path}`);
    }
  }
});

test("every link within the documents leads somewhere", async () => {
  for (const guide of guides) {
    for (const [, path] of (await read(guide)).matchAll(/[^!]\[[^\]]+\]\((?!https?:)([^)#]+)/g)) await stat(`${folder}${path}`);
  }
});
