// The list under a file input: pictures, names, sizes, what is too large, and a way to take one out again. Choosing again adds
// to what was chosen before.
import { announce, words } from "./words";

/** Told by the form when its files changed; the detail is the files. */
export const FILES = "lx-files";
/** Told to a file input: these files instead. */
export const RESTORE = "lx-restore";

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function set(input: HTMLInputElement, files: File[]): void {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  input.files = all.files;
}

const same = (a: File, b: File) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

function picture(file: File): HTMLElement {
  const frame = document.createElement("span");
  frame.className = "lx-upload__thumb";
  if (!/^image\/(jpeg|png|webp|gif)$/.test(file.type)) {
    frame.textContent = (file.name.split(".").pop() ?? "").slice(0, 4).toUpperCase();
    return frame;
  }
  const image = document.createElement("img");
  const address = URL.createObjectURL(file);
  image.alt = "";
  image.width = image.height = 56;
  image.onload = image.onerror = () => URL.revokeObjectURL(address);
  image.src = address;
  frame.append(image);
  return frame;
}

function item(file: File, max: number, remove: () => void): HTMLLIElement {
  const li = document.createElement("li");
  const name = document.createElement("span");
  const meta = document.createElement("small");
  name.textContent = file.name;
  const late = file.size > max;
  meta.textContent = late ? words("uploadLarge", { size: size(file.size), max: size(max) }) : size(file.size);
  li.classList.toggle("is-late", late);
  name.append(meta);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "lx-button";
  button.textContent = words("uploadRemove");
  button.setAttribute("aria-label", `${words("uploadRemove")} ${file.name}`);
  button.addEventListener("click", remove);
  li.append(picture(file), name, button);
  return li;
}

function list(input: HTMLInputElement): void {
  const ul = document.createElement("ul");
  ul.className = "lx-upload__list";
  (input.closest(".lx-upload") ?? input).after(ul);
  const max = Number(input.dataset.max);
  let held: File[] = [];
  const show = (files: File[]) => {
    held = files;
    const without = (file: File) => () => {
      set(input, held.filter((one) => one !== file));
      show(Array.from(input.files ?? []));
      told();
      input.focus();
    };
    ul.replaceChildren(...held.map((file) => item(file, max, without(file))));
    if (held.length) announce(words("uploadCount", { count: String(held.length) }));
  };
  const told = () => input.form?.dispatchEvent(new CustomEvent(FILES, { detail: held }));
  input.addEventListener("change", () => {
    const chosen = Array.from(input.files ?? []);
    const before = input.multiple ? held : [];
    set(input, [...before, ...chosen.filter((file) => !before.some((one) => same(one, file)))]);
    show(Array.from(input.files ?? []));
    told();
  });
  input.addEventListener(RESTORE, (event) => {
    set(input, (event as CustomEvent<File[]>).detail);
    show(Array.from(input.files ?? []));
  });
  show(Array.from(input.files ?? []));
}

export function listFiles(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-max]")) {
    // An old telephone cannot take one of several files out again: there the input stays as the browser draws it.
    try {
      new DataTransfer();
    } catch {
      continue;
    }
    input.closest(".lx-upload")?.classList.add("is-listed");
    list(input);
  }
}
