// `lianxin demo` in a folder of its own: made once, then served on a free port until the tests are over.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../target/debug/lianxin", import.meta.url));
/** The same people and matters every time. */
const SEED = "7";
/** Making a year of matters with an unoptimised binary, on a busy machine. */
const PATIENCE = 300_000;

/** The password of everybody in the demo, as its sign-in page shows it. */
export const PASSWORD = "caoyuan-2026";

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url) {
  try {
    return (await fetch(url, { redirect: "manual" })).status < 500;
  } catch {
    return false;
  }
}

/**
 * Starts it; `{ url, stop }`. What it says is shown only when it does not come up. Who writes these suites may open one by
 * hand and name it in LIANXIN_DEMO_URL: then nothing is started and nothing is stopped.
 */
export async function startDemo() {
  if (process.env.LIANXIN_DEMO_URL) return { url: process.env.LIANXIN_DEMO_URL, stop: async () => {}, log: () => "" };
  const dir = await mkdtemp(join(tmpdir(), "lianxin-e2e-"));
  const port = await freePort();
  const args = ["demo", "--dir", join(dir, "demo"), "--port", String(port), "--seed", SEED, "--lang", "zh", "--small-network"];
  const said = [];
  const child = spawn(process.env.LIANXIN ?? built, args, { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (text) => said.push(text));
  child.stderr.on("data", (text) => said.push(text));
  let ended = null;
  const end = new Promise((resolve) => {
    child.once("error", (error) => resolve((ended = error.message)));
    child.once("exit", (code, signal) => resolve((ended = signal ?? `exit ${code}`)));
  });
  const stop = async () => {
    if (ended === null) child.kill("SIGTERM");
    await end;
    await rm(dir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + PATIENCE; !(await answers(url)); ) {
    if (ended !== null || Date.now() > until) {
      await stop();
      throw new Error(`lianxin demo did not come up (${ended}):\n${said.join("")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, stop, log: () => said.join("") };
}
