// A voice note of a draft, kept on this device for 30 days or until it has been sent.

const LIFE = 30 * 24 * 3600 * 1000;
const STORE = "notes";

export type Note = { blob: Blob; seconds: number; levels: number[] };
type Kept = Note & { at: number };

/** `0:42`. */
export function clock(seconds: number): string {
  const rest = String(seconds % 60);
  return `${Math.floor(seconds / 60)}:${rest.length < 2 ? "0" : ""}${rest}`;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("lx-voice", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no storage"));
  });
}

/** Does `work` on the store; `undefined` where storage is switched off or full, and the form works without. */
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const base = await open();
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    }).finally(() => base.close());
  } catch {
    return undefined;
  }
}

/** Keeps the note of `draft`; a form without a draft keeps nothing. */
export async function keep(draft: string, note: Note): Promise<void> {
  if (draft) await within("readwrite", (store) => store.put({ ...note, at: Date.now() } satisfies Kept, draft));
}

/** The note of `draft`, when there is one that is not too old. */
export async function kept(draft: string): Promise<Note | undefined> {
  const note = await within<Kept | undefined>("readonly", (store) => store.get(draft) as IDBRequest<Kept | undefined>);
  if (!note) return undefined;
  if (Date.now() - note.at < LIFE) return note;
  await forget(draft);
  return undefined;
}

/** Forgets the note of `draft`. */
export async function forget(draft: string): Promise<void> {
  if (draft) await within("readwrite", (store) => store.delete(draft));
}
