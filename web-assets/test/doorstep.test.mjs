// The logic of the agent's page, apart from browser and server: dates, chips, changes, and sending that may stop after any line.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";
import esbuild from "esbuild";

const out = new URL("../.cache/test/", import.meta.url);
await mkdir(out, { recursive: true });
const names = ["model", "list", "net", "sync"];
await esbuild.build({
  entryPoints: names.map((name) => new URL(`../src/ts/doorstep/${name}.ts`, import.meta.url).pathname),
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  outdir: out.pathname,
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
});
const [model, list, net, { sync }] = await Promise.all(names.map((name) => import(new URL(`${name}.mjs`, out))));

const say = (word, facts = {}) => [word, ...Object.values(facts)].join(" ");

test("a moment is written with the device's own offset", () => {
  const at = new Date("2026-03-09T01:12:00Z");
  assert.equal(model.stamp(at, 480), "2026-03-09T09:12:00+08:00");
  assert.equal(model.stamp(at, -210), "2026-03-08T21:42:00-03:30");
  assert.equal(Date.parse(model.stamp(at, -210)), at.getTime());
});

test("the skew is measured at the middle of an exchange", () => {
  assert.equal(model.skewOf(720_000, 0, 724_000), 722);
  assert.equal(model.skewOf(-61_000, 0, -59_000), -60);
});

test("what is missing is told before there is a signal", () => {
  const { fields } = model.newDraft("d", new Date());
  assert.deepEqual(model.missing(fields, true).map((need) => need.field), ["facts", "division", "claims", "mandate"]);
  const full = { ...fields, facts: "井干了", division: "150223100201", claims: [" ", "修井"] };
  assert.deepEqual(model.missing(full, false), []);
});

test("an untouched form is not kept; a chosen place alone is not a word", () => {
  const draft = model.newDraft("d", new Date());
  assert.ok(model.isBlank({ ...draft, fields: { ...draft.fields, division: "150223" } }));
  assert.ok(!model.isBlank({ ...draft, fields: { ...draft.fields, claims: ["修井"] } }));
});

test("what arrived leaves nothing of her on the device but what has to be handed over", () => {
  const draft = { ...model.newDraft("d", new Date()), stage: "waiting", files: [{ id: "f" }] };
  draft.fields = { ...draft.fields, paper: { guardian: "测试人乙", power_deliver: "yes" }, facts: "经过", name: "测试人甲", phone: "13800000006", address: "某处", claims: ["修井"] };
  const after = model.settled(draft, { number: "1", code: "2" }, 3);
  const text = JSON.stringify(after);
  for (const told of ["经过", "测试人甲", "测试人乙", "13800000006", "某处", '"f"']) assert.ok(!text.includes(told), told);
  assert.equal(after.receipt.number, "1");
});

const due = (over = {}) => ({ name: "n", day: "3月12日", at: "2026-03-12T15:59:59Z", look: "green", word: "还剩 9 天", runs: true, ...over });

test("a chip of another day is counted on, never said as it was", () => {
  const fetched = Date.parse("2026-03-03T01:00:00Z");
  const at = (text) => list.chip(due(), fetched, Date.parse(text), say);
  assert.deepEqual(at("2026-03-03T10:00:00Z"), { look: "green", word: "还剩 9 天" });
  assert.deepEqual(at("2026-03-03T16:30:00Z"), { look: "green", word: "left 8" });
  assert.deepEqual(at("2026-03-05T01:00:00Z"), { look: "yellow", word: "left 7" });
  assert.deepEqual(at("2026-03-12T01:00:00Z"), { look: "yellow", word: "today" });
  assert.deepEqual(at("2026-03-13T01:00:00Z"), { look: "red", word: "late 1" });
  assert.deepEqual(list.chip(due({ runs: false, look: "grey", word: "听证" }), fetched, Date.parse("2026-03-20T00:00:00Z"), say).word, "听证");
  assert.equal(list.chip(null, fetched, fetched, say).word, "no-clock");
});

test("what changed meanwhile is told at its row", () => {
  const row = (id, over = {}) => ({ id, version: 1, title: `件${id}`, place: "", step: "在局里", due: due(), href: "", call: null, ...over });
  const found = list.changes(
    [row("a"), row("b"), row("c"), row("d")],
    [row("a"), row("b", { step: "在我们" }), row("c", { due: due({ day: "3月20日" }) }), row("e")],
    say,
  );
  assert.deepEqual([...found.rows], [["b", "row-step 在局里"], ["c", "row-due 3月12日"], ["e", "row-new"]]);
  assert.deepEqual(found.gone, ["件d"]);
  assert.equal(list.changes(null, [row("a")], say).rows.size, 0, "the first list is not a change");
});

// ---- sending

/** A device whose memory outlives the program on it. */
function device(...drafts) {
  const kept = new Map(drafts.map((draft) => [draft.id, draft]));
  return {
    kept,
    drafts: async () => structuredClone([...kept.values()]),
    put: async (_, draft) => void kept.set(draft.id, structuredClone(draft)),
    settle: async (_, draft) => void kept.set(draft.id, structuredClone(draft)),
    file: async () => new Blob(["x"]),
  };
}

/** A server that registers once per key, and a line that may break: `breaks` says before or after which call. */
function server(breaks = () => null) {
  const registered = new Map();
  const uploads = [];
  let calls = 0;
  const through = async (name, work) => {
    const how = breaks(name, ++calls);
    if (how === "before") throw new net.Offline();
    const answer = work();
    if (how === "after") throw new net.Offline();
    return answer;
  };
  return {
    registered,
    uploads,
    state: () => through("state", () => ({ user: "u", now: new Date().toISOString(), csrf: "c" })),
    upload: (_, draft, note) =>
      through("upload", () => {
        uploads.push(note.id);
        return { status: "kept", token: `t-${note.id}` };
      }),
    send: (_, draft) =>
      through("send", () => {
        const again = registered.has(draft.id);
        if (!again) registered.set(draft.id, draft.files.map((file) => file.token));
        return { status: "done", number: `N-${draft.id}`, code: "1234 5678", again, promises: [] };
      }),
  };
}

const waiting = (id, files = 2) => ({
  ...model.newDraft(id, new Date()),
  stage: "waiting",
  files: Array.from({ length: files }, (_, n) => ({ id: `${id}-${n}`, name: "p.jpg", type: "image/jpeg", size: 1 })),
});
const quiet = { sending() {}, arrived() {}, state() {} };
const run = (shelf, line) => sync(shelf, line, { user: "u" }, quiet);

test("wherever the line breaks, and however often, each draft is registered once with all its files", async () => {
  for (const how of ["before", "after"]) {
    for (let at = 1; at <= 8; at++) {
      const shelf = device(waiting("a"), waiting("b", 1));
      const line = server((_, call) => (call === at ? how : null));
      const outcomes = [];
      for (let n = 0; n < 4; n++) outcomes.push(await run(shelf, line));
      assert.deepEqual([...line.registered], [["a", ["t-a-0", "t-a-1"]], ["b", ["t-b-0"]]], `${how} ${at}: ${outcomes}`);
      assert.deepEqual([...shelf.kept.values()].map((draft) => draft.stage), ["sent", "sent"]);
    }
  }
});

test("a file that arrived is not sent again", async () => {
  const shelf = device(waiting("a"));
  const line = server((name, call) => (name === "send" && call < 5 ? "before" : null));
  assert.equal(await run(shelf, line), "offline");
  assert.equal(shelf.kept.get("a").unsure, true);
  assert.equal(await run(shelf, line), "done");
  assert.deepEqual(line.uploads, ["a-0", "a-1"]);
});

test("files that the server swept are sent again", async () => {
  const shelf = device({ ...waiting("a", 1), files: [{ id: "f", name: "p", type: "", size: 1, token: "old", tokenAt: Date.now() }] });
  const line = server();
  const send = line.send;
  let first = true;
  line.send = async (...all) => (first ? ((first = false), { status: "again" }) : send(...all));
  assert.equal(await run(shelf, line), "done");
  assert.deepEqual([...line.registered], [["a", ["t-f"]]]);
});

test("a refusal and a look-alike stop one draft and not the next, and can be changed again", async () => {
  const shelf = device(waiting("a", 0), waiting("b", 0), waiting("c", 0));
  const line = server();
  const send = line.send;
  line.send = async (csrf, draft) => {
    if (draft.id === "a") return { status: "refused", errors: [{ field: "phone", text: "差一位" }] };
    if (draft.id === "b") return { status: "alike", matters: [{ number: "N-0" }] };
    return send(csrf, draft);
  };
  assert.equal(await run(shelf, line), "done");
  assert.deepEqual([...shelf.kept.values()].map((draft) => draft.stage), ["refused", "alike", "sent"]);
  assert.deepEqual([shelf.kept.get("a").unsure, shelf.kept.get("a").errors.length], [false, 1]);
});

test("a file that is not taken is named, and nothing is registered without it", async () => {
  const shelf = device(waiting("a", 1));
  const line = server();
  line.upload = async () => ({ status: "refused", errors: [{ field: "files", text: "打不开" }] });
  await run(shelf, line);
  assert.equal(shelf.kept.get("a").stage, "refused");
  assert.equal(line.registered.size, 0);
});

test("another person's session sends nothing of hers", async () => {
  const shelf = device(waiting("a"));
  const line = server();
  assert.equal(await sync(shelf, line, { user: "someone else" }, quiet), "other");
  assert.equal(line.registered.size + line.uploads.length, 0);
});

test("an ended session and a failing server lose nothing", async () => {
  for (const [error, outcome] of [[net.SignIn, "sign-in"], [net.Trouble, "trouble"]]) {
    const shelf = device(waiting("a"));
    const line = server();
    line.send = async () => {
      throw new error();
    };
    assert.equal(await run(shelf, line), outcome);
    assert.equal(shelf.kept.get("a").stage, "waiting");
  }
});
