// A page in Mongolian runs sideways. A wheel that only turns downwards moves it sideways then.

export function rollSideways(): void {
  const root = document.documentElement;
  if (!root.classList.contains("lx-down")) return;
  root.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) >= Math.abs(event.deltaY)) return;
      // A box that scrolls downwards by itself keeps its wheel.
      const box = (event.target as Element).closest<HTMLElement>("textarea, select, .lx-vertical");
      if (box && box.scrollHeight > box.clientHeight) return;
      const unit = event.deltaMode === 1 ? 20 : 1;
      window.scrollBy({ left: event.deltaY * unit });
      event.preventDefault();
    },
    { passive: false },
  );
}
