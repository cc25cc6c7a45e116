// Builds dist/: hashed, minified files, their gzip twins and manifest.json. Everything third-party comes from node_modules.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, watch, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..", "crates", "web");
const dist = join(here, "dist");
const cache = join(here, ".cache");
// Android 5 and iOS 11 still open the portal; the desk gets what its offices have.
const oldPhones = ["chrome64", "safari11", "firefox60"];
const officeBrowsers = ["chrome99", "safari15.4", "firefox97"];

async function filesUnder(folder, ending) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile() && ending.test(e.name)).map((e) => join(e.parentPath, e.name));
}

async function sources() {
  const files = [
    ...(await filesUnder(join(web, "templates"), /\.(html|svg)$/)),
    ...(await filesUnder(join(web, "src"), /\.rs$/)),
  ];
  return Promise.all(files.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
}

/** The part of Tabler whose classes stand in a template; a class used tomorrow is there tomorrow. */
async function purgeTabler(texts) {
  const css = await readFile(join(here, "node_modules/@tabler/core/dist/css/tabler.min.css"), "utf8");
  const [purged] = await new PurgeCSS().purge({
    content: texts.filter((t) => extname(t.path) === ".html").map((t) => ({ raw: t.text, extension: "html" })),
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[A-Za-z][\w-]*/g) ?? [],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, "tabler.css"), purged.css);
}

async function css(name, target) {
  const result = await esbuild.build({
    entryPoints: [join(here, "src/css", `${name}.css`)],
    bundle: true,
    minify: true,
    write: false,
    target,
    logLevel: "warning",
  });
  return [`${name}.css`, result.outputFiles[0].contents];
}

async function script(name, target) {
  const result = await esbuild.build({
    entryPoints: [join(here, "src/ts", `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target,
    // Safari 11 destructures correctly everywhere but in one corner that this script does not use.
    supported: { destructuring: true },
    logLevel: "warning",
  });
  return [`${name}.js`, result.outputFiles[0].contents];
}

/** One sprite with exactly the icons that a template or a view model names: `icon("x")`, `outline("x")`, `filled("x")`. */
async function sprite(texts) {
  const wanted = new Map();
  for (const { path, text } of texts) {
    for (const [, call, name] of text.matchAll(/\b(icon|outline|filled)\(\s*"([a-z0-9-]+)"\s*\)/g)) {
      const kind = call === "filled" ? "filled" : "outline";
      wanted.set(`${name}${kind === "filled" ? "-f" : ""}`, { kind, name, path });
    }
  }
  const symbols = [];
  for (const [id, { kind, name, path }] of [...wanted].sort(([a], [b]) => a.localeCompare(b))) {
    const file = join(here, "node_modules/@tabler/icons/icons", kind, `${name}.svg`);
    const svg = await readFile(file, "utf8").catch(() => {
      throw new Error(`${path}: Tabler has no ${kind} icon “${name}”`);
    });
    const body = svg
      .replace(/^[\s\S]*?<svg[^>]*>/, "")
      .replace(/<\/svg>\s*$/, "")
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
      .replace(/\s*\n\s*/g, "");
    const look =
      kind === "filled"
        ? 'fill="currentColor"'
        : 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    symbols.push(`<symbol id="${id}" viewBox="0 0 24 24" ${look}>${body}</symbol>`);
  }
  return ["icons.svg", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`)];
}

async function publish(files) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const manifest = {};
  for (const [name, contents] of files) {
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
    const [stem, ending] = [name.slice(0, -extname(name).length), extname(name)];
    const hashed = `${stem}.${hash}${ending}`;
    const zipped = gzipSync(contents, { level: 9 });
    await writeFile(join(dist, hashed), contents);
    await writeFile(join(dist, `${hashed}.gz`), zipped);
    manifest[name] = hashed;
    console.log(`${hashed.padEnd(28)} ${String(contents.length).padStart(8)} B  ${String(zipped.length).padStart(7)} B gzip`);
  }
  await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function build() {
  const texts = await sources();
  await purgeTabler(texts);
  await publish(
    await Promise.all([
      css("portal", oldPhones),
      css("mongolian", oldPhones),
      css("desk", officeBrowsers),
      css("doorstep", officeBrowsers),
      script("app", oldPhones),
      script("desk", officeBrowsers),
      script("doorstep-early", officeBrowsers),
      script("doorstep", officeBrowsers),
      script("sw", officeBrowsers),
      script("portal-sw", oldPhones),
      sprite(texts),
      readFile(join(here, "src/favicon.svg")).then((svg) => ["favicon.svg", svg]),
    ]),
  );
}

await build();
if (process.argv.includes("--watch")) {
  for (const folder of [join(here, "src"), join(web, "templates")]) {
    (async () => {
      for await (const _ of watch(folder, { recursive: true })) await build().catch((error) => console.error(error.message));
    })();
  }
}
