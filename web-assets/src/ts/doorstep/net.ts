// The server, as the device speaks to it. What goes wrong has one of three names: no connection, not signed in, the server's own
// trouble. Everything else is an answer.
import type { Alike, Draft, FieldError, FileNote, Grid, Receipt } from "./model";
import type { Row } from "./list";

export class Offline extends Error {}
export class SignIn extends Error {}
export class Trouble extends Error {}

export interface State {
  user: string;
  name: string;
  now: string;
  time: string;
  csrf: string;
  key: string;
  agent: boolean;
  places: [string, string][];
  grids: Grid[];
  rows: Row[];
  file: number;
  count: number;
}

export type Reply =
  | ({ status: "done" } & Receipt)
  | { status: "refused"; errors: FieldError[] }
  | { status: "alike"; matters: Alike[] }
  | { status: "kept"; token: string }
  | { status: "again" }
  | { status: "stale" };

const BASE = "/desk/doorstep";
/** A connection that says nothing for so long is none. */
const PATIENCE = 20_000;
const PATIENCE_FOR_FILES = 180_000;

async function ask(path: string, patience: number, body?: FormData): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const request: RequestInit = {
      headers: { accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      signal: stop.signal,
    };
    const response = await fetch(BASE + path, body ? { ...request, method: "POST", body } : request);
    // A first password has to be changed before anything else: the way there is the sign-in's.
    if (response.type === "opaqueredirect" || response.status === 401) throw new SignIn();
    if (response.status >= 500 || response.status === 429 || response.status === 403) throw new Trouble();
    if (!response.headers.get("content-type")?.includes("json")) throw new Trouble();
    return response;
  } catch (error) {
    if (error instanceof SignIn || error instanceof Trouble) throw error;
    throw new Offline();
  } finally {
    clearTimeout(timer);
  }
}

async function json<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    // It broke off in the middle.
    throw new Offline();
  }
}

export async function state(): Promise<State> {
  const response = await ask("/state", PATIENCE);
  if (!response.ok) throw new Trouble();
  return json<State>(response);
}

export async function upload(csrf: string, draft: Draft, note: FileNote, blob: Blob): Promise<Reply> {
  const body = new FormData();
  body.set("csrf", csrf);
  body.set("key", draft.id);
  body.set("files", blob, note.name);
  return json<Reply>(await ask("/files", PATIENCE_FOR_FILES, body));
}

export async function send(csrf: string, draft: Draft, skew: number): Promise<Reply> {
  const body = new FormData();
  const { claims, paper, ...texts } = draft.fields;
  const own = { csrf, key: draft.id, device_begun_at: draft.begunAt, device_done_at: draft.doneAt ?? "", device_skew: String(skew) };
  for (const [name, value] of Object.entries({ ...paper, ...own, ...texts })) if (value !== undefined) body.set(name, value);
  for (const claim of claims) body.append("claims", claim);
  for (const file of draft.files) if (file.token) body.append("kept", file.token);
  if (draft.anyway) body.set("anyway", "yes");
  return json<Reply>(await ask("/send", PATIENCE, body));
}
