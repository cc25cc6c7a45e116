// Records a voice note into the page's own file input, so that the form is sent as without script. The recording stays on this
// device until it has been sent, beside the words of the draft.
import { clock, forget, keep, kept } from "./voice-store";

type Parts = {
  root: HTMLElement;
  input: HTMLInputElement;
  bar: HTMLElement;
  go: HTMLButtonElement;
  word: HTMLElement;
  wave: HTMLElement;
  time: HTMLElement;
  ways: HTMLElement;
  say: HTMLElement;
};

const TYPES = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4", "audio/ogg;codecs=opus"];
const ENDINGS: Record<string, string> = { "audio/webm": "weba", "audio/mp4": "m4a", "audio/ogg": "ogg" };
const BARS = 28;

function find(root: HTMLElement): Parts | null {
  const one = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
  const input = one<HTMLInputElement>("input[type=file]");
  const bar = one(".lx-voice__bar");
  const go = one<HTMLButtonElement>(".lx-voice__go");
  const [word, wave, time] = [one(".lx-voice__word"), one(".lx-voice__wave"), one(".lx-voice__time")];
  const [ways, say] = [one(".lx-voice__ways"), one(".lx-voice__say")];
  if (!input || !bar || !go || !word || !wave || !time || !ways || !say) return null;
  return { root, input, bar, go, word, wave, time, ways, say };
}

/** One voice field: idle, recording, or holding a note. */
class Recorder {
  private recorder: MediaRecorder | null = null;
  private readonly player = new Audio();
  private started = 0;
  private ticking = 0;
  private levels: number[] = [];
  private seconds = 0;
  private readonly limit: number;
  private readonly sentences: string[];
  private readonly draft: string;

  constructor(private readonly at: Parts) {
    this.limit = Number(at.root.dataset.seconds) || 180;
    this.sentences = (at.root.dataset.words ?? "").split("|");
    this.draft = at.input.form?.dataset.draft ?? "";
    at.bar.hidden = false;
    const or = at.root.querySelector<HTMLElement>(".lx-voice__or");
    if (or) or.hidden = false;
    at.go.addEventListener("click", () => this.press());
    at.root.querySelector(".lx-voice__again")?.addEventListener("click", () => void this.start());
    at.root.querySelector(".lx-voice__drop")?.addEventListener("click", () => this.drop());
    at.input.addEventListener("change", () => this.chosen());
    this.player.addEventListener("ended", () => this.show("done"));
    this.show("idle");
    // What the server sent back after an error is newer.
    if (this.draft && !document.querySelector(".lx-summary")) void this.restore();
  }

  private sentence(n: number): string {
    return (this.sentences[n] ?? "").replace("{time}", clock(this.seconds));
  }

  private speak(text: string): void {
    this.at.say.hidden = !text;
    this.at.say.textContent = text;
  }

  private show(state: "idle" | "live" | "done" | "playing"): void {
    const { root, go, word, time, ways } = this.at;
    root.dataset.state = state;
    const names = { idle: go.dataset.record, live: go.dataset.stop, done: go.dataset.play, playing: go.dataset.stop };
    word.textContent = names[state] ?? "";
    time.textContent = state === "idle" ? "" : clock(this.seconds);
    ways.hidden = state !== "done";
    this.draw();
  }

  private draw(): void {
    const { wave } = this.at;
    while (wave.children.length < BARS) wave.append(document.createElement("i"));
    const { length } = this.levels;
    Array.from(wave.children).forEach((bar, index) => {
      // While recording the newest are shown, afterwards the whole.
      const at = this.recorder ? length - BARS + index : Math.floor((index * length) / BARS);
      (bar as HTMLElement).style.height = `${Math.round(12 + 88 * (this.levels[at] ?? 0))}%`;
    });
  }

  private press(): void {
    const { state } = this.at.root.dataset;
    if (state === "live") this.recorder?.stop();
    else if (state === "playing") {
      this.player.pause();
      this.show("done");
    } else if (state === "done") {
      this.player.currentTime = 0;
      void this.player.play();
      this.show("playing");
    } else void this.start();
  }

  private async start(): Promise<void> {
    this.player.pause();
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.speak(this.sentence(3));
      return;
    }
    const type = TYPES.find((wanted) => MediaRecorder.isTypeSupported(wanted));
    if (!type) {
      for (const track of stream.getTracks()) track.stop();
      this.speak(this.sentence(4));
      return;
    }
    this.record(stream, type);
  }

  private record(stream: MediaStream, type: string): void {
    const chunks: Blob[] = [];
    // A voice needs no more; three minutes stay below a megabyte.
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
    const stopListening = this.listen(stream);
    recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
    recorder.addEventListener("stop", () => {
      window.clearInterval(this.ticking);
      stopListening();
      for (const track of stream.getTracks()) track.stop();
      this.recorder = null;
      const full = this.seconds >= this.limit;
      const essence = type.split(";")[0] ?? type;
      this.hold(new Blob(chunks, { type: essence }));
      this.speak(this.sentence(full ? 2 : 1));
      void keep(this.draft, { blob: new Blob(chunks, { type: essence }), seconds: this.seconds, levels: this.levels });
    });
    this.recorder = recorder;
    this.levels = [];
    this.seconds = 0;
    this.started = Date.now();
    recorder.start();
    this.show("live");
    this.speak(this.sentence(0));
    this.ticking = window.setInterval(() => this.tick(), 100);
  }

  private tick(): void {
    this.seconds = Math.min(this.limit, Math.floor((Date.now() - this.started) / 1000));
    this.at.time.textContent = clock(this.seconds);
    this.draw();
    if (this.seconds >= this.limit) this.recorder?.stop();
  }

  /** Follows how loud it is, for the picture only. */
  private listen(stream: MediaStream): () => void {
    if (typeof AudioContext === "undefined") return () => undefined;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const timer = window.setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
      this.levels.push(Math.min(1, peak / 96));
    }, 100);
    return () => {
      window.clearInterval(timer);
      void context.close();
    };
  }

  /** Puts the note into the file input, as if it had been chosen. */
  private hold(blob: Blob): void {
    const name = `${this.at.root.dataset.name ?? "voice"} ${clock(this.seconds).replace(":", ".")}.${ENDINGS[blob.type] ?? "weba"}`;
    const transfer = new DataTransfer();
    transfer.items.add(new File([blob], name, { type: blob.type }));
    this.at.input.files = transfer.files;
    this.play(blob);
  }

  private play(blob: Blob): void {
    if (this.player.src) URL.revokeObjectURL(this.player.src);
    this.player.src = URL.createObjectURL(blob);
    this.show("done");
  }

  /** A file chosen by hand is played like a recorded one. */
  private chosen(): void {
    const file = this.at.input.files?.[0];
    if (!file) {
      this.drop();
      return;
    }
    this.levels = Array.from({ length: BARS }, () => 0.4);
    this.seconds = 0;
    this.player.addEventListener("loadedmetadata", () => this.measured(), { once: true });
    this.play(file);
    void keep(this.draft, { blob: file, seconds: 0, levels: this.levels });
  }

  private measured(): void {
    this.seconds = Number.isFinite(this.player.duration) ? Math.round(this.player.duration) : 0;
    this.at.time.textContent = this.seconds ? clock(this.seconds) : "";
  }

  private drop(): void {
    this.player.pause();
    this.at.input.value = "";
    this.levels = [];
    this.seconds = 0;
    this.speak("");
    this.show("idle");
    this.at.go.focus();
    void forget(this.draft);
  }

  private async restore(): Promise<void> {
    const note = await kept(this.draft);
    if (!note || this.at.input.files?.length) return;
    this.levels = note.levels;
    this.seconds = note.seconds;
    this.hold(note.blob);
    this.speak(this.sentence(5));
  }
}

function canRecord(): boolean {
  if (typeof MediaRecorder === "undefined" || typeof navigator.mediaDevices?.getUserMedia !== "function") return false;
  try {
    new DataTransfer();
    return true;
  } catch {
    return false;
  }
}

/** Every voice field of the page; where nothing can be recorded the file chooser stays as it is. */
export function recordVoices(): void {
  const done = document.body.dataset.draftDone;
  if (done) void forget(done);
  const able = canRecord();
  for (const root of document.querySelectorAll<HTMLElement>("[data-voice]")) {
    if (!able) {
      // Nothing comes where a place was kept for it.
      root.dataset.plain = "";
      continue;
    }
    const parts = find(root);
    if (parts) new Recorder(parts);
  }
}

/** 听: plays a recording in place instead of opening it. */
export function playInPlace(): void {
  const player = new Audio();
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-listen]");
    if (!link) return;
    event.preventDefault();
    if (player.src === link.href && !player.paused) player.pause();
    else {
      player.src = link.href;
      player.play().catch(() => window.location.assign(link.href));
    }
  });
}
