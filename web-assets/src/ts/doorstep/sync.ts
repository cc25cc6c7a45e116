// Sending what waits, oldest first. It may stop after any line (no signal, the device is switched off) and begins again where it
// stopped: every step is written down before the next. The draft's id is its idempotency key, so however often it is sent, it is
// registered once.
import { needsUpload, settled, skewOf, type Draft, type FileNote } from "./model";
import { Offline, SignIn, Trouble, type Reply, type State } from "./net";
import type { Session } from "./store";

/** What sending needs of the store. */
export interface Shelf {
  drafts(session: Session): Promise<Draft[]>;
  put(session: Session, draft: Draft): Promise<void>;
  settle(session: Session, draft: Draft): Promise<void>;
  file(session: Session, note: FileNote): Promise<Blob | null>;
}

/** What sending needs of the server. */
export interface Line {
  state(): Promise<State>;
  upload(csrf: string, draft: Draft, note: FileNote, blob: Blob): Promise<Reply>;
  send(csrf: string, draft: Draft, skew: number): Promise<Reply>;
}

export type Outcome = "done" | "offline" | "sign-in" | "trouble" | "other";

export interface Watch {
  /** A draft is being sent: which, of how many. */
  sending(draft: Draft, n: number, of: number): void;
  arrived(draft: Draft): void;
  state(state: State): void;
}

/** Asks for the state and sends everything of `session` that waits. */
export async function sync(shelf: Shelf, line: Line, session: Session, watch: Watch, now = Date.now): Promise<Outcome> {
  try {
    const before = now();
    const state = await line.state();
    const skew = skewOf(before, Date.parse(state.now), now());
    if (state.user !== session.user) return "other";
    watch.state(state);
    const waiting = (await shelf.drafts(session)).filter((draft) => draft.stage === "waiting");
    for (const [index, draft] of waiting.entries()) {
      watch.sending(draft, index + 1, waiting.length);
      const after = await sendOne(shelf, line, session, { csrf: state.csrf, skew }, draft, now);
      if (after.stage === "sent") watch.arrived(after);
    }
    return "done";
  } catch (error) {
    if (error instanceof Offline) return "offline";
    if (error instanceof SignIn) return "sign-in";
    if (error instanceof Trouble) return "trouble";
    throw error;
  }
}

interface With {
  csrf: string;
  skew: number;
}

async function sendOne(shelf: Shelf, line: Line, session: Session, by: With, draft: Draft, now: () => number): Promise<Draft> {
  let one = draft;
  // Twice at most: the files may be gone on the server's side once.
  for (let tries = 0; tries < 2; tries++) {
    one = await sendFiles(shelf, line, session, by, one, now);
    if (one.stage === "refused") return one;
    one = { ...one, unsure: true };
    await shelf.put(session, one);
    const reply = await line.send(by.csrf, one, by.skew);
    if (reply.status === "again") {
      one = { ...one, unsure: false, files: one.files.map((file) => ({ ...file, token: undefined, tokenAt: undefined })) };
      await shelf.put(session, one);
      continue;
    }
    return conclude(shelf, session, one, reply, by.skew);
  }
  throw new Trouble();
}

async function sendFiles(shelf: Shelf, line: Line, session: Session, by: With, draft: Draft, now: () => number): Promise<Draft> {
  let one = draft;
  for (const note of draft.files) {
    if (!needsUpload(note, now())) continue;
    const blob = await shelf.file(session, note);
    const reply: Reply | null = blob && (await line.upload(by.csrf, one, note, blob));
    if (reply?.status === "stale") throw new Trouble();
    let after: FileNote = { ...note, lost: true };
    if (reply?.status === "kept") after = { ...note, token: reply.token, tokenAt: now(), error: undefined };
    if (reply?.status === "refused") after = { ...note, error: reply.errors.map((error) => error.text).join(" ") };
    one = { ...one, files: one.files.map((file) => (file.id === note.id ? after : file)) };
    await shelf.put(session, one);
  }
  const refused = one.files.filter((file) => file.error && !file.token);
  // Sent before without an answer: what is registered is registered with the files it had. It is only asked for again.
  if (refused.length === 0 || one.unsure) return one;
  one = { ...one, stage: "refused", errors: refused.map((file) => ({ field: "files", text: file.error ?? "" })) };
  await shelf.put(session, one);
  return one;
}

async function conclude(shelf: Shelf, session: Session, draft: Draft, reply: Reply, skew: number): Promise<Draft> {
  if (reply.status === "done") {
    const { status: _, ...receipt } = reply;
    const one = settled(draft, receipt, skew);
    await shelf.settle(session, one);
    return one;
  }
  if (reply.status === "refused" || reply.status === "alike") {
    const found = reply.status === "refused" ? { errors: reply.errors } : { alike: reply.matters };
    const one: Draft = { ...draft, stage: reply.status, unsure: false, ...found };
    await shelf.put(session, one);
    return one;
  }
  throw new Trouble();
}
