// The device's own store. Every write is one transaction that is on disk when it is done; everything that tells of somebody is
// sealed under the key of whoever is signed in.
import type { Kept } from "./list";
import type { Draft, FileNote } from "./model";
import { openBytes, openJson, sealBytes, sealJson, type Sealed } from "./seal";

const NAME = "lx-doorstep";
/** Without a word from the server for so long the key is dropped: a lost telephone does not stay open. */
const LOCK_AFTER = 7 * 24 * 3600_000;
/** Given up to make room for words when the device is full. */
const BALLAST = "lx-ballast";
const BALLAST_FILE = "/desk/doorstep/ballast";
const BALLAST_SIZE = 400_000;

/** Who uses this device now. */
export interface Session {
  user: string;
  key: CryptoKey;
}

interface Current {
  name: "current";
  user: string;
  key: CryptoKey | null;
  seen: number;
}

interface DraftRecord {
  id: string;
  user: string;
  sealed: Sealed;
}

interface FileRecord {
  id: string;
  draft: string;
  user: string;
  sealed: Sealed;
}

/** The device is full. */
export class Full extends Error {}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore("meta", { keyPath: "name" });
    db.createObjectStore("drafts", { keyPath: "id" }).createIndex("user", "user");
    const files = db.createObjectStore("files", { keyPath: "id" });
    files.createIndex("draft", "draft");
  };
  return asked(request);
}

export class Store {
  private constructor(private readonly db: IDBDatabase) {
    // A newer version in another tab: let it in.
    db.onversionchange = () => db.close();
  }

  static async open(): Promise<Store> {
    return new Store(await open());
  }

  private async write(stores: string[], work: (tx: IDBTransaction) => void): Promise<void> {
    const tx = this.db.transaction(stores, "readwrite", { durability: "strict" });
    const end = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(isFull(tx.error) ? new Full() : (tx.error ?? new Error("aborted")));
    });
    try {
      work(tx);
    } catch (error) {
      tx.abort();
      await end.catch(() => undefined);
      throw isFull(error) ? new Full() : error;
    }
    return end;
  }

  private read<T>(store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return asked(work(this.db.transaction(store).objectStore(store)));
  }

  /** Who was signed in last and may go on without a connection. */
  async current(now: number): Promise<{ session: Session | null; locked: boolean }> {
    const found = (await this.read("meta", (meta) => meta.get("current"))) as Current | undefined;
    if (!found?.key) return { session: null, locked: !!found };
    if (now - found.seen > LOCK_AFTER) {
      await this.lock();
      return { session: null, locked: true };
    }
    return { session: { user: found.user, key: found.key }, locked: false };
  }

  /** Somebody is signed in: her key, from now on. What another person's list said is gone, her drafts stay sealed. */
  async enter(session: Session, now: number): Promise<void> {
    const before = (await this.read("meta", (meta) => meta.get("current"))) as Current | undefined;
    const record: Current = { name: "current", ...session, seen: now };
    await this.write(["meta"], (tx) => {
      if (before && before.user !== session.user) tx.objectStore("meta").delete(`list:${before.user}`);
      tx.objectStore("meta").put(record);
    });
    void fillBallast();
  }

  /** Locks the device: the key goes and the list with it, drafts stay sealed. */
  async lock(): Promise<void> {
    const found = (await this.read("meta", (meta) => meta.get("current"))) as Current | undefined;
    if (!found) return;
    await this.write(["meta"], (tx) => {
      tx.objectStore("meta").put({ ...found, key: null } satisfies Current);
      tx.objectStore("meta").delete(`list:${found.user}`);
    });
  }

  /** Signed out: nobody is here any more. */
  async leave(): Promise<void> {
    const names = await this.read("meta", (meta) => meta.getAllKeys());
    await this.write(["meta"], (tx) => {
      for (const name of names) tx.objectStore("meta").delete(name);
    });
  }

  async list({ user, key }: Session): Promise<Kept | null> {
    const place = `list:${user}`;
    const found = (await this.read("meta", (meta) => meta.get(place))) as { sealed: Sealed } | undefined;
    return found ? openJson<Kept>(key, place, found.sealed).catch(() => null) : null;
  }

  async putList({ user, key }: Session, list: Kept): Promise<void> {
    const name = `list:${user}`;
    const sealed = await sealJson(key, name, list);
    await this.write(["meta"], (tx) => tx.objectStore("meta").put({ name, sealed }));
  }

  /** Her drafts, the oldest first. */
  async drafts({ user, key }: Session): Promise<Draft[]> {
    const found = (await this.read("drafts", (drafts) => drafts.index("user").getAll(user))) as DraftRecord[];
    const opened = await Promise.all(found.map((one) => openJson<Draft>(key, one.id, one.sealed).catch(() => null)));
    const drafts = opened.filter((draft): draft is Draft => draft !== null);
    return drafts.sort((a, b) => a.begunAt.localeCompare(b.begunAt));
  }

  async draft({ user, key }: Session, id: string): Promise<Draft | null> {
    const found = (await this.read("drafts", (drafts) => drafts.get(id))) as DraftRecord | undefined;
    return found && found.user === user ? openJson<Draft>(key, id, found.sealed) : null;
  }

  /** Writes a draft. On a full device the ballast is thrown out for it, so that words find room after photographs do not. */
  async put(session: Session, draft: Draft): Promise<void> {
    const record = await this.sealed(session, draft);
    const put = () => this.write(["drafts"], (tx) => tx.objectStore("drafts").put(record));
    try {
      await put();
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      await dropBallast();
      await put();
    }
  }

  private async sealed({ user, key }: Session, draft: Draft): Promise<DraftRecord> {
    return { id: draft.id, user, sealed: await sealJson(key, draft.id, draft) };
  }

  /** A file and the draft that names it, both or neither. */
  async putFile(session: Session, draft: Draft, note: FileNote, blob: Blob): Promise<void> {
    const sealed = await sealBytes(session.key, note.id, await blob.arrayBuffer());
    const file: FileRecord = { id: note.id, draft: draft.id, user: session.user, sealed };
    const record = await this.sealed(session, { ...draft, files: [...draft.files, note] });
    await this.write(["drafts", "files"], (tx) => {
      tx.objectStore("files").put(file);
      tx.objectStore("drafts").put(record);
    });
  }

  async file({ key }: Session, note: FileNote): Promise<Blob | null> {
    const found = (await this.read("files", (files) => files.get(note.id))) as FileRecord | undefined;
    return found ? new Blob([await openBytes(key, note.id, found.sealed)], { type: note.type }) : null;
  }

  /** The draft without one of its files. */
  async dropFile(session: Session, draft: Draft, id: string): Promise<void> {
    const record = await this.sealed(session, draft);
    await this.write(["drafts", "files"], (tx) => {
      tx.objectStore("files").delete(id);
      tx.objectStore("drafts").put(record);
    });
  }

  /** The draft after it arrived: its files and what she told leave the device in the same moment. */
  async settle(session: Session, draft: Draft): Promise<void> {
    const record = await this.sealed(session, draft);
    const ids = await this.filesOf(draft.id);
    await this.write(["drafts", "files"], (tx) => {
      ids.forEach((id) => tx.objectStore("files").delete(id));
      tx.objectStore("drafts").put(record);
    });
    void fillBallast();
  }

  async remove(id: string): Promise<void> {
    const ids = await this.filesOf(id);
    await this.write(["drafts", "files"], (tx) => {
      ids.forEach((file) => tx.objectStore("files").delete(file));
      tx.objectStore("drafts").delete(id);
    });
    void fillBallast();
  }

  private filesOf(draft: string): Promise<IDBValidKey[]> {
    return this.read("files", (files) => files.index("draft").getAllKeys(draft));
  }
}

// A block of random bytes (or the disk would press it together) among the cached files: those give their room back at once, a
// record of the store only some time after it was deleted.

async function fillBallast(): Promise<void> {
  try {
    const cache = await caches.open(BALLAST);
    if (await cache.match(BALLAST_FILE)) return;
    const data = new Uint8Array(BALLAST_SIZE);
    // 64 KB is what one call gives.
    for (let at = 0; at < data.length; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
    await cache.put(BALLAST_FILE, new Response(data));
  } catch {
    // Too full for it already; the next time something left the device there may be room.
  }
}

async function dropBallast(): Promise<void> {
  await caches.delete(BALLAST);
}
