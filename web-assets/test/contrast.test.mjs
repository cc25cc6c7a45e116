// Every pair of colours of the design guide, section 2, keeps its contrast: 4.5 for words, 3 for borders and shapes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const css = await readFile(new URL("../src/css/tokens.css", import.meta.url), "utf8");
const tokens = Object.fromEntries([...css.matchAll(/--lx-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const WORDS = 4.5;
const SHAPES = 3;
const pairs = [
  ...["ink", "ink-2", "ink-3", "brand", "brand-2", "warm", "red", "green", "violet"].flatMap((word) =>
    ["surface", "ground", "sunken"].map((ground) => [word, ground, WORDS]),
  ),
  ["field", "surface", SHAPES],
  ["field", "ground", SHAPES],
  ...["brand", "brand-2", "ink"].map((word) => [word, "brand-t", WORDS]),
  ["surface", "brand", WORDS],
  ["surface", "brand-2", WORDS],
  ["warm", "warm-t", WORDS],
  ["surface", "red-s", WORDS],
  ["red", "red-t", WORDS],
  ["ink", "yellow-s", WORDS],
  ["yellow", "yellow-t", WORDS],
  ["surface", "green-s", WORDS],
  ["green", "green-t", WORDS],
  ["green", "surface", WORDS],
  ["grey", "grey-t", WORDS],
  ["ink-2", "grey-t", WORDS],
  ["violet", "violet-t", WORDS],
  ["surface", "violet", WORDS],
  // The ruler: used part, today's mark and the late bar against the track.
  ["brand", "track", SHAPES],
  ["ink", "track", SHAPES],
  ["red-s", "track", SHAPES],
  // Voice notes: the button, its word, the bars and the time on camel.
  ["surface", "warm", WORDS],
  ["ink", "warm-t", WORDS],
  ["ink-2", "warm-t", WORDS],
  ["brand", "warm-t", WORDS],
  // Mongolian, and the dotted line below what is unreviewed.
  ["brand-2", "surface", WORDS],
  ["ink-3", "surface", SHAPES],
  // Focus: the dark ring stands out from the grounds, the yellow halo from the dark ring.
  ["ink", "ground", SHAPES],
  ["ink", "yellow-s", SHAPES],
];

test("every pair of colours keeps its contrast", () => {
  const weak = pairs
    .map(([word, ground, least]) => {
      assert.ok(tokens[word] && tokens[ground], `no token ${word} or ${ground}`);
      return [word, ground, least, contrast(tokens[word], tokens[ground])];
    })
    .filter(([, , least, found]) => found < least)
    .map(([word, ground, least, found]) => `${word} on ${ground}: ${found.toFixed(2)} < ${least}`);
  assert.deepEqual(weak, []);
});

test("tokens agree with the published figures of the guide", () => {
  const published = [
    ["ink", "surface", 14.8],
    ["ink-2", "surface", 8.0],
    ["ink-3", "surface", 5.7],
    ["field", "surface", 3.6],
    ["brand", "brand-t", 6.7],
    ["warm", "warm-t", 6.1],
    ["red", "red-t", 6.5],
    ["yellow", "yellow-t", 7.2],
    ["green", "green-t", 6.6],
    ["grey", "grey-t", 6.4],
    ["violet", "violet-t", 7.1],
  ];
  for (const [word, ground, figure] of published) {
    assert.ok(Math.abs(contrast(tokens[word], tokens[ground]) - figure) < 0.15, `${word} on ${ground}`);
  }
});

const parts = new URL("../src/css/parts/", import.meta.url);
const matter = await readFile(new URL("matter.css", parts), "utf8");
const modes = await readFile(new URL("modes.css", parts), "utf8");
const printed = await readFile(new URL("print.css", parts), "utf8");
const STATES = ["red", "yellow", "green", "grey"];

/** What a rule sets `property` to, as a colour. */
function colour(rule, property) {
  const value = rule.match(new RegExp(`(?:^|[ ;{])${property}: ([^;}]+)`))?.[1] ?? "";
  const token = value.match(/var\(--lx-([\w-]+)\)/)?.[1];
  return token ? tokens[token] : value === "#fff" ? "#ffffff" : value;
}

test("without colour only the overdue chip is dark, and every chip keeps its words readable", () => {
  for (const state of STATES) {
    const rule = matter.match(new RegExp(`\\.lx-chip--${state} \\{[^}]*\\}`))?.[0] ?? "";
    const [ground, word] = [colour(rule, "background"), colour(rule, "color")];
    assert.ok(contrast(ground, word) >= WORDS, `${state}: ${ground} ${word}`);
    assert.equal(luminance(ground) < 0.2, state === "red", `${state} is ${luminance(ground).toFixed(2)} bright`);
  }
});

test("without colours of ours every chip still has an edge, and no two the same", () => {
  const edges = STATES.map((state) => modes.match(new RegExp(`\\.lx-chip--${state} \\{([^}]*)\\}`))?.[1].trim());
  assert.ok(edges.every(Boolean));
  assert.equal(new Set(edges).size, STATES.length);
  assert.match(modes, /\.lx-chip, \.lx-tag,[^{]*\{ border: 1px solid CanvasText; \}/);
});

test("on paper a chip stands in brackets with a border", () => {
  assert.match(printed, /\.lx-chip::before \{ content: "\["; \}/);
  assert.match(printed, /\.lx-chip, \.lx-tag \{[^}]*border: 1pt solid #000 !important/);
});
