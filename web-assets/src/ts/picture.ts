// The receipt as a picture for the album of the telephone: drawn on this device, sent nowhere.

const WIDE = 720;
const EDGE = 48;
const INK = "#1b2a31";
const QUIET = "#5b6970";

/** Breaks a text into lines of at most `room`, at any character: Chinese has no spaces. */
function lines(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const all: string[] = [];
  let line = "";
  for (const sign of text) {
    // No line begins with a sign that belongs to the one before.
    if (pen.measureText(line + sign).width > room && line && !"，。、；：？！）”》".includes(sign)) {
      all.push(line);
      line = "";
    }
    line += sign;
  }
  return line ? [...all, line] : all;
}

type Piece = { text: string; size: number; bold?: boolean; colour?: string; gap?: number; letters?: boolean };

const said = (root: ParentNode, selector: string) => root.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";

function pieces(card: HTMLElement): Piece[] {
  const all: Piece[] = [
    { text: said(document, ".lx-brand__place") || document.title, size: 26, colour: QUIET },
    { text: said(card, ".lx-receipt__done"), size: 44, bold: true },
    { text: said(card, ".lx-receipt__head p"), size: 28, colour: QUIET },
  ];
  for (const row of card.querySelectorAll(".lx-receipt__keys > div")) {
    all.push({ text: said(row, "dt"), size: 26, colour: QUIET, gap: 30 });
    const code = !!row.querySelector(".lx-receipt__code");
    all.push({ text: said(row, "dd"), size: code ? 64 : 38, bold: true, letters: code });
  }
  for (const one of document.querySelectorAll(".lx-promises > li")) {
    const date = one.querySelector(".lx-promises__date");
    const chip = date?.querySelector(".lx-chip")?.textContent ?? "";
    const day = (date?.textContent ?? "").replace(chip, "").trim();
    all.push({ text: day, size: 30, bold: true, gap: 26 });
    all.push({ text: said(one, "p"), size: 28 });
  }
  const foot = document.querySelector<HTMLElement>(".lx-foot__in")?.innerText.split("\n") ?? [];
  foot.forEach((text, index) => all.push({ text: text.trim(), size: 24, colour: QUIET, gap: index ? 0 : 34 }));
  return all.filter((piece) => piece.text);
}

function code(card: HTMLElement): Promise<HTMLImageElement | null> {
  const svg = card.querySelector(".lx-receipt__qr svg");
  if (!svg) return Promise.resolve(null);
  return new Promise((resolve) => {
    const image = new Image();
    const own = svg.cloneNode(true) as SVGElement;
    own.setAttribute("width", "300");
    own.setAttribute("height", "300");
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(own))}`;
  });
}

async function draw(card: HTMLElement): Promise<HTMLCanvasElement | null> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  const family = getComputedStyle(document.body).fontFamily;
  const font = (piece: Piece) => `${piece.bold ? "700" : "400"} ${piece.size}px ${family}`;
  const image = await code(card);
  const laid: { piece: Piece; line: string; y: number }[] = [];
  let y = EDGE;
  for (const piece of pieces(card)) {
    pen.font = font(piece);
    y += piece.gap ?? 0;
    for (const line of lines(pen, piece.text, WIDE - 2 * EDGE)) {
      y += Math.round(piece.size * 1.5);
      laid.push({ piece, line, y });
    }
  }
  const end = y + EDGE + (image ? 320 : 0);
  canvas.width = WIDE;
  canvas.height = end;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDE, end);
  for (const { piece, line, y: at } of laid) {
    pen.font = font(piece);
    pen.fillStyle = piece.colour ?? INK;
    pen.fillText(line, EDGE, at - Math.round(piece.size * 0.35));
  }
  if (image) pen.drawImage(image, (WIDE - 300) / 2, y + 20, 300, 300);
  return canvas;
}

async function save(button: HTMLElement): Promise<void> {
  const card = button.closest<HTMLElement>(".lx-receipt");
  const canvas = card ? await draw(card) : null;
  if (!card || !canvas) return;
  const name = `${button.dataset.name ?? "receipt"}.png`;
  canvas.toBlob((blob) => {
    if (!blob) return;
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    // Browsers inside chat programs save nothing by themselves: there the picture stands on the page, to be held.
    const figure = card.querySelector<HTMLElement>("[data-picture]");
    const image = figure?.querySelector("img");
    if (!figure || !image) return;
    image.width = canvas.width;
    image.height = canvas.height;
    image.src = address;
    figure.hidden = false;
  }, "image/png");
}

export function savePictures(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do=picture]");
    if (button) void save(button);
  });
}
