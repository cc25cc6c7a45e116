// The list under a file input: names, sizes, what is too large, and a way to take one out again.
import { announce, words } from "./words";

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function take(input: HTMLInputElement, without: number): void {
  const rest = new DataTransfer();
  Array.from(input.files ?? []).forEach((file, index) => {
    if (index !== without) rest.items.add(file);
  });
  input.files = rest.files;
}

function item(input: HTMLInputElement, file: File, index: number, max: number, again: () => void): HTMLLIElement {
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
  button.addEventListener("click", () => {
    take(input, index);
    again();
    input.focus();
  });
  li.append(name, button);
  return li;
}

export function listFiles(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-max]")) {
    const list = document.createElement("ul");
    list.className = "lx-upload__list";
    input.after(list);
    const max = Number(input.dataset.max);
    const draw = () => {
      const files = Array.from(input.files ?? []);
      list.replaceChildren(...files.map((file, index) => item(input, file, index, max, draw)));
      if (files.length) announce(words("uploadCount", { count: String(files.length) }));
    };
    input.addEventListener("change", draw);
    draw();
  }
}
