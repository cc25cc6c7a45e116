// Files of a draft, kept on this device. A phone may have no room, or no such storage at all: then `false`, and the page says so.

const BASE = "lx-drafts";
const TABLE = "files";

type Held = { name: string; type: string; changed: number; bytes: ArrayBuffer };
type Row = { at: number; files: Held[] };

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(BASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function act<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const tx = base.transaction(TABLE, mode);
      const request = work(tx.objectStore(TABLE));
      tx.oncomplete = () => resolve(request.result);
      tx.onerror = tx.onabort = () => reject(tx.error);
    });
  } finally {
    base.close();
  }
}

/** Keeps `files` under `key` in place of those before; whether the device could. */
export async function keepFiles(key: string, files: File[]): Promise<boolean> {
  try {
    const held = files.map(async (file): Promise<Held> => {
      const bytes = await new Response(file).arrayBuffer();
      return { name: file.name, type: file.type, changed: file.lastModified, bytes };
    });
    const row: Row = { at: Date.now(), files: await Promise.all(held) };
    await act("readwrite", (table) => (files.length ? table.put(row, key) : table.delete(key)) as IDBRequest<unknown>);
    return true;
  } catch {
    return false;
  }
}

/** The files under `key`, when they are not older than `life`. */
export async function keptFiles(key: string, life: number): Promise<File[]> {
  try {
    const row = await act<Row | undefined>("readonly", (table) => table.get(key) as IDBRequest<Row | undefined>);
    if (!row) return [];
    if (Date.now() - row.at > life) {
      await forgetFiles(key);
      return [];
    }
    return row.files.map((one) => new File([one.bytes], one.name, { type: one.type, lastModified: one.changed }));
  } catch {
    return [];
  }
}

/** Takes them off the device. */
export async function forgetFiles(key: string): Promise<void> {
  try {
    await act("readwrite", (table) => table.delete(key));
  } catch {
    // Nothing was kept then.
  }
}
