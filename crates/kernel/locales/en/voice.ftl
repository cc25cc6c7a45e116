# languages, Mongolian and voice notes
# ── languages ──
voice-language-zh = 中文
voice-language-en = English
voice-language-mn = Mongolian script
voice-languages = Language
voice-hello = Hello
voice-hello-text = This page has Mongolian text.
voice-hello-recorded = This page has Mongolian text and recordings.
voice-listen = Listen
voice-listen-to = Listen in Mongolian: { $what }
voice-chinese-counts = The Chinese text counts
voice-unreviewed = Not yet reviewed
voice-unreviewed-means = Mongolian with a dotted line has not been checked by a native speaker yet; the Chinese text counts.
voice-other-way = Read this page in Mongolian
# ── recording ──
voice-label = Recording
voice-hint = A recording alone is enough, in whatever language or dialect you speak. Somebody writes it down for you and reads it back to you.
voice-limit = At most { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
voice-record = Record
voice-stop = Stop
voice-again = Record again
voice-remove = Leave it out
voice-play = Play
voice-recording = Recording, { $time }
voice-recorded = Recorded, { $time }
voice-full = Full, { $time }. If there is more to say, you can add another one after filing.
voice-refused = The microphone was not allowed. Allow it in the browser, or choose a recording you have.
voice-broken = This device cannot record here. Choose a recording you have.
voice-kept = Your last recording is still here
voice-choose = Or choose a recording you have
voice-file-name = Recording
voice-facts = See the recording.
voice-claim = What is asked for: see the recording, to be written down item by item
voice-sent = Your recording
voice-save = Save
voice-transcript = Written down by { $who }, { $read ->
    [yes] read back to you
   *[no] not read back to you yet
}
voice-transcript-none = Not written down yet. It will be read back to you.
# ── at the desk ──
voice-desk-title = Write down the recording
voice-desk-lead = Word by word. What cannot be understood is written “inaudible”; her meaning stays hers.
voice-desk-task = To be written down
voice-desk-write = Write it down
voice-desk-text = What is said
voice-desk-text-hint = Mongolian speech is written in Chinese; where her own words matter, add the Mongolian.
voice-desk-read = Read back to her, and she says it is right
voice-desk-read-hint = Leave this open if she could not be reached, and note it again afterwards.
voice-desk-send = Save
voice-desk-done = Saved; she sees it on her own page too.
voice-desk-transcript = Written down by { $who }, { $read ->
    [yes] read back to her
   *[no] not read back to her yet
}
voice-desk-note = Recording “{ $file }” written down by { $who }, { $read ->
    [yes] read back to her
   *[no] not read back to her yet
}:
refusal-voice-too-long = This recording is too long; the most is { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. You can split it and add the rest after filing.
refusal-voice-kind = “{ $file }” is not a recording. Choose a recording; photographs and papers go into the field below.
