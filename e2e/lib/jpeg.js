// A small photograph with the position it was taken at, and a look at what a JPEG still tells.

/** A JPEG drawn by the browser, as any camera's picture begins. */
export async function draw(context, label) {
  const page = await context.newPage();
  const base64 = await page.evaluate((label) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 120 });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#6b8e4e";
    pen.fillRect(0, 0, 160, 120);
    pen.fillStyle = "#1b2a31";
    pen.font = "20px sans-serif";
    pen.fillText(label, 10, 60);
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
  }, label);
  await page.close();
  return Buffer.from(base64, "base64");
}

/** The segments before the picture's data: `[marker, bytes]`. */
export function segments(jpeg) {
  const found = [];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    const length = jpeg.readUInt16BE(at + 2);
    found.push([jpeg[at + 1], jpeg.subarray(at + 4, at + 2 + length)]);
    at += 2 + length;
  }
  return found;
}

/** Whether any EXIF in it points to a directory of positions (tag 0x8825). */
export function tellsWhere(jpeg) {
  return segments(jpeg).some(([marker, bytes]) => {
    if (marker !== 0xe1 || bytes.toString("latin1", 0, 6) !== "Exif\0\0") return false;
    const tiff = bytes.subarray(6);
    const little = tiff.toString("latin1", 0, 2) === "II";
    const short = (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    return Array.from({ length: short(first) }, (_, n) => short(first + 2 + 12 * n)).includes(0x8825);
  });
}

/** Puts EXIF into it: the maker of the camera, and 41.70° N 110.44° E. */
export function photographed(jpeg, maker) {
  const entry = (tag, type, count, value) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    if (typeof value === "number") bytes.writeUInt32LE(value, 8);
    else bytes.write(value, 8, "latin1");
    return bytes;
  };
  const directory = (...entries) => {
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const degrees = (...parts) => {
    const bytes = Buffer.alloc(24);
    parts.forEach((part, n) => {
      bytes.writeUInt32LE(Math.round(part * 100), n * 8);
      bytes.writeUInt32LE(100, n * 8 + 4);
    });
    return bytes;
  };
  const name = Buffer.from(`${maker}\0`, "latin1");
  // Header 8, main directory 2 + 2 × 12 + 4, then the name, the positions' directory 2 + 4 × 12 + 4, then their values.
  const nameAt = 8 + 30;
  const gpsAt = nameAt + name.length + (name.length % 2);
  const valuesAt = gpsAt + 54;
  const tiff = Buffer.concat([
    Buffer.from("II*\0\x08\0\0\0", "latin1"),
    directory(entry(0x010f, 2, name.length, nameAt), entry(0x8825, 4, 1, gpsAt)),
    name,
    Buffer.alloc(name.length % 2),
    directory(
      entry(1, 2, 2, "N\0"),
      entry(2, 5, 3, valuesAt),
      entry(3, 2, 2, "E\0"),
      entry(4, 5, 3, valuesAt + 24),
    ),
    degrees(41, 42, 6.5),
    degrees(110, 26, 12.25),
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
