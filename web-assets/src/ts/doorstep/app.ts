// The page in use: who is here, what is being written, what is on its way.
import { fill, formOf, offer, offerGrids, read, showErrors, showFiles } from "./form";
import type { Kept } from "./list";
import { bytes, isBlank, missing, newDraft, stamp, type Draft, type FileNote } from "./model";
import * as net from "./net";
import { one, say } from "./say";
import { importKey } from "./seal";
import { Full, Store, type Session } from "./store";
import { sync, type Outcome } from "./sync";
import { showDrafts, showList, showView, signal, type Act } from "./views";

/** Between two tries while something waits. */
const RETRY = 45_000;
/** Kept on the device so long after it arrived, when nobody says that it was handed over. */
const KEEP_SENT = 30 * 24 * 3600_000;

export class App {
  private session: Session | null = null;
  private kept: Kept | null = null;
  private draft: Draft = newDraft(crypto.randomUUID(), new Date());
  private drafts: Draft[] = [];
  private sending: string | null = null;
  private outcome: Outcome | null = null;
  private said = "";
  private writing: Promise<void> = Promise.resolve();
  private queued = false;
  private readonly others = new BroadcastChannel("lx-doorstep");

  constructor(private readonly store: Store) {}

  async begin(): Promise<void> {
    const { session, locked } = await this.store.current(Date.now());
    this.session = session;
    signal("busy", say("asking"));
    if (session) {
      this.kept = await this.store.list(session);
      // A page that came from the server just now has the newer list already.
      if (this.kept && document.body.dataset.live === undefined) this.showKept(null);
      await this.resume();
    }
    this.wire();
    showView(false);
    await this.connect();
    if (!this.session) this.closed(locked);
  }

  private wire(): void {
    const form = formOf();
    form.addEventListener("input", (event) => {
      if ((event.target as HTMLInputElement).type !== "file") this.keep();
    });
    form.addEventListener("change", (event) => {
      const input = event.target as HTMLInputElement;
      if (input.type === "file") void this.addFiles(input);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.finish();
    });
    const later = one<HTMLButtonElement>("#later");
    later.hidden = false;
    later.addEventListener("click", () => void this.another());
    one("#leave").addEventListener("submit", (event) => void this.leave(event));
    window.addEventListener("hashchange", () => showView(true));
    window.addEventListener("online", () => void this.connect());
    window.addEventListener("offline", () => this.say("offline"));
    document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && this.connect()));
    this.others.addEventListener("message", () => void this.refresh());
    window.setInterval(() => void (this.waits() && this.connect()), RETRY);
  }

  private waits(): boolean {
    return this.drafts.some((draft) => draft.stage === "waiting");
  }

  // ---- the connection

  /** Asks the server and sends what waits; only one page or worker does so at a time. */
  async connect(): Promise<void> {
    if (!this.session) await this.signedIn();
    const session = this.session;
    if (!session) return;
    const outcome = await navigator.locks.request("lx-doorstep", { ifAvailable: true }, async (lock) =>
      lock ? sync(this.store, net, session, this.watch(session)) : null,
    );
    this.sending = null;
    if (outcome === "other") return this.signedInAnew();
    await this.refresh();
    if (outcome) this.say(outcome);
    if (outcome === "offline" && this.waits()) void askForSync();
  }

  private watch(session: Session) {
    return {
      state: (state: net.State) => void this.take(session, state),
      sending: (draft: Draft, n: number, of: number) => {
        this.sending = draft.id;
        signal("busy", say("sending", { n, of }));
        this.showOutbox();
      },
      arrived: (draft: Draft) => {
        this.said = say("arrived", { number: draft.receipt?.number ?? "" });
        void this.refresh();
      },
    };
  }

  /** The first word of the server on this device, or after a lock. */
  private async signedIn(): Promise<void> {
    try {
      const state = await net.state();
      const session = { user: state.user, key: await importKey(state.key) };
      await this.store.enter(session, Date.now());
      this.session = session;
      await this.take(session, state);
      await this.resume();
      // Asked for once there is something worth keeping; the browser decides.
      void navigator.storage?.persist?.();
    } catch (error) {
      if (error instanceof net.SignIn) this.outcome = "sign-in";
      else if (error instanceof net.Offline) this.outcome = "offline";
      else if (error instanceof net.Trouble) this.outcome = "trouble";
      else throw error;
    }
  }

  /** Another person is signed in: what the one before kept is closed before anything is shown. */
  private async signedInAnew(): Promise<void> {
    await this.writing;
    await this.store.lock();
    this.session = null;
    this.kept = null;
    this.drafts = [];
    this.open(newDraft(crypto.randomUUID(), new Date()));
    this.showOutbox();
    await this.connect();
    signal("on", say("other"));
  }

  private async take(session: Session, state: net.State): Promise<void> {
    const { rows, time, places, grids, agent, name, file, count } = state;
    const before = this.kept;
    this.kept = { rows, at: state.now, time, places, grids, agent, name, file, count };
    this.showKept(before);
    await this.store.enter(session, Date.now());
    await this.store.putList(session, this.kept).catch(() => undefined);
  }

  private showKept(before: Kept | null): void {
    if (!this.kept) return;
    showList(this.kept, before, Date.now());
    offer(this.kept.places);
    offerGrids(this.kept.grids ?? []);
    one("#mandate-group").hidden = !this.kept.agent;
  }

  private closed(locked: boolean): void {
    if (this.outcome === "sign-in") return signal("ask", say(locked ? "locked" : "sign-in"));
    if (this.outcome === "trouble") return signal("bad", say("trouble"));
    signal("off", say(locked ? "locked" : "never"));
  }

  /** The line that is always seen. */
  private say(outcome: Outcome): void {
    this.outcome = outcome;
    const count = this.drafts.filter((draft) => draft.stage === "waiting").length;
    if (outcome === "sign-in") return signal("ask", say("sign-in"));
    if (outcome === "trouble") return signal("bad", say("trouble"));
    if (outcome === "offline") return signal("off", count ? say("waiting", { count }) : say("offline"));
    // What needs her comes before what went well.
    const asks = this.drafts.find((draft) => draft.stage === "alike") ?? this.drafts.find((draft) => draft.stage === "refused");
    const ask = asks && say(`state-${asks.stage}`, { count: asks.errors?.length ?? 0 });
    signal("on", this.said || ask || say("online"));
    this.said = "";
  }

  // ---- what is written

  /** Goes on with what was being written when the page was last open. */
  private async resume(): Promise<void> {
    await this.refresh();
    const writing = this.drafts.filter((draft) => draft.stage === "writing");
    this.open(writing[writing.length - 1] ?? newDraft(crypto.randomUUID(), new Date()));
  }

  private open(draft: Draft): void {
    this.draft = draft;
    fill(draft, this.kept?.places[0]?.[0] ?? "");
    this.showFiles();
    one("#saved").textContent = "";
    if (draft.errors?.length) showErrors(draft.errors);
  }

  /** Every change is written at once; while one write is on its way the next waits and takes the newest words. */
  private keep(): void {
    if (!this.session || this.queued) return;
    this.queued = true;
    this.writing = this.writing.then(async () => {
      this.queued = false;
      this.draft = { ...this.draft, stage: "writing", fields: read() };
      if (!isBlank(this.draft)) await this.write(this.draft);
    });
  }

  private async write(draft: Draft): Promise<boolean> {
    if (!this.session) return false;
    const line = one("#saved");
    try {
      await this.store.put(this.session, draft);
      line.textContent = say("saved");
      line.classList.remove("is-bad");
      return true;
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      line.textContent = say("full-text");
      line.classList.add("is-bad");
      signal("bad", say("full-text"));
      return false;
    }
  }

  private async addFiles(input: HTMLInputElement): Promise<void> {
    const chosen = Array.from(input.files ?? []);
    input.value = "";
    for (const file of chosen) {
      this.writing = this.writing.then(() => this.addFile(file));
      await this.writing;
    }
    this.showFiles();
  }

  private async addFile(file: File): Promise<void> {
    const [max, count] = [this.kept?.file ?? 10_000_000, this.kept?.count ?? 20];
    if (!this.session) return;
    if (this.draft.files.length >= count) return this.complain(say("file-many", { max: count }));
    const note: FileNote = { id: crypto.randomUUID(), name: file.name, type: file.type, size: file.size };
    this.draft = { ...this.draft, stage: "writing", fields: read() };
    if (file.size > max) {
      return this.complain(`${file.name}：${say("file-large", { size: bytes(file.size), max: bytes(max) })}`);
    }
    try {
      await this.store.putFile(this.session, this.draft, note, file);
      this.draft = { ...this.draft, files: [...this.draft.files, note] };
      one("#saved").textContent = say("saved");
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      // The words first: they are kept although the file is not.
      this.draft = { ...this.draft, files: [...this.draft.files, { ...note, lost: true }] };
      const text = say("full-file", { name: file.name, size: bytes(file.size) });
      if (await this.write(this.draft)) this.complain(text);
    }
  }

  private complain(text: string): void {
    signal("bad", text);
    const line = one("#saved");
    line.textContent = text;
    line.classList.add("is-bad");
  }

  private showFiles(): void {
    showFiles(this.draft.files, (note) => void this.dropFile(note));
  }

  private async dropFile(note: FileNote): Promise<void> {
    if (!this.session) return;
    this.draft = { ...this.draft, fields: read(), files: this.draft.files.filter((file) => file.id !== note.id) };
    await this.store.dropFile(this.session, this.draft, note.id);
    this.showFiles();
    one("#files").focus();
  }

  /** Finished: from now on it waits for a signal, with the moment at which it was complete. */
  private async finish(): Promise<void> {
    if (!this.session) return void this.plain();
    await this.writing;
    const fields = read();
    const needs = missing(fields, this.kept?.agent ?? false);
    if (needs.length) return showErrors(needs.map(({ field, word }) => ({ field, text: say(word) })));
    const files = this.draft.files.filter((file) => !file.lost);
    const done: Draft = { ...this.draft, fields, files, stage: "waiting", doneAt: stamp(new Date()), errors: undefined };
    if (!(await this.write(done))) return;
    await this.refresh();
    this.open(newDraft(crypto.randomUUID(), new Date()));
    location.hash = "#outbox";
    if (this.outcome === "offline") this.say("offline");
    void askForSync();
    await this.connect();
  }

  /** Nobody is known on this device, but there may be a signal: the form goes the way it goes without script. */
  private plain(): void {
    if (document.body.dataset.live !== undefined) formOf().submit();
    else this.closed(false);
  }

  private async another(): Promise<void> {
    await this.writing;
    const fields = read();
    const draft: Draft = { ...this.draft, fields };
    if (!isBlank(draft) && !(await this.write(draft))) return;
    await this.refresh();
    this.open(newDraft(crypto.randomUUID(), new Date()));
    one("#saved").textContent = say("new");
    window.scrollTo(0, 0);
    one("#form-title").focus({ preventScroll: true });
  }

  // ---- what is kept

  private async refresh(): Promise<void> {
    if (!this.session) return;
    const all = await this.store.drafts(this.session);
    const old = all.filter((one) => one.receipt && Date.now() - Date.parse(one.doneAt ?? one.begunAt) > KEEP_SENT);
    for (const draft of old) await this.store.remove(draft.id);
    this.drafts = all.filter((draft) => !old.includes(draft));
    this.showOutbox();
  }

  private showOutbox(): void {
    showDrafts(this.drafts, this.sending, (act, draft) => void this.act(act, draft));
  }

  private async act(act: Act, draft: Draft): Promise<void> {
    const session = this.session;
    if (!session) return;
    if (act === "open") {
      await this.writing;
      const again: Draft = { ...draft, stage: "writing" };
      this.open(again);
      location.hash = "#form";
      return this.store.put(session, again).then(() => this.refresh());
    }
    if (act === "anyway") await this.store.put(session, { ...draft, stage: "waiting", anyway: true, alike: undefined });
    else if (act !== "send") await this.store.remove(draft.id);
    if (this.draft.id === draft.id && act !== "send") this.open(newDraft(crypto.randomUUID(), new Date()));
    await this.refresh();
    if (act === "send" || act === "anyway") await this.connect();
  }

  /** Signing out: the device forgets who was here and what her list said. The form is sent by the browser itself. */
  private async leave(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.writing;
    await this.store.leave();
    try {
      const { csrf } = await net.state();
      (form.elements.namedItem("csrf") as HTMLInputElement).value = csrf;
      form.submit();
    } catch {
      // No signal or no session: nothing is left to sign out of on this device.
      location.replace("/desk/doorstep");
    }
  }
}

interface Syncing {
  sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, it sends by itself once there is a signal, also when the page is closed. */
async function askForSync(): Promise<void> {
  const worker = (await navigator.serviceWorker?.ready) as unknown as Syncing | undefined;
  await worker?.sync?.register("lx-doorstep").catch(() => undefined);
}
