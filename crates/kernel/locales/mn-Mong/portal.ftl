# The portal in traditional Mongolian. Each phrase carries its mark in the line above it:
#   `# unreviewed`                      written by the makers, not yet read by a native speaker
#   `# reviewed: NAME YYYY-MM-DD`       read and put right by NAME on that day
# Only reviewed phrases are shown in earnest; the others fall back to Chinese. A key that is missing here is said in Chinese.


## frame

# unreviewed
portal-back-home = ᠲᠡᠷᠢᠭᠦᠨ ᠨᠢᠭᠤᠷ ᠲᠤ ᠪᠤᠴᠠᠬᠤ
# unreviewed
portal-foot-how = ᠶᠠᠬᠢᠵᠤ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠬᠦ᠂ ᠬᠡᠳᠦ ᠡᠳᠦᠷ
# unreviewed
portal-foot-data = ᠲᠠᠨ ᠤ ᠮᠡᠳᠡᠭᠡ ᠶᠢ ᠶᠠᠬᠢᠵᠤ ᠬᠡᠷᠡᠭᠯᠡᠬᠦ
# unreviewed
portal-foot-access = ᠰᠠᠭᠠᠳ ᠦᠭᠡᠢ
# unreviewed
portal-foot-phone = ᠤᠲᠠᠰᠤ

## components

# unreviewed
portal-urgency-overdue = ᠬᠤᠭᠤᠴᠠᠭ᠎ᠠ { $days } ᠡᠳᠦᠷ ᠬᠡᠲᠦᠷᠡᠪᠡ
# unreviewed
portal-urgency-today = ᠥᠨᠥᠳᠦᠷ ᠬᠤᠭᠤᠴᠠᠭ᠎ᠠ ᠪᠣᠯᠤᠨ᠎ᠠ
# unreviewed
portal-urgency-left = ᠪᠠᠰᠠ { $days } ᠡᠳᠦᠷ ᠦᠯᠡᠳᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ
# unreviewed
portal-urgency-stopped = ᠵᠣᠭᠰᠣᠭᠠᠪᠠ
# unreviewed
portal-ruler-today = ᠥᠨᠥᠳᠦᠷ
# unreviewed
portal-axis-procedure = ᠠᠯᠬᠤᠮ ᠤᠨ ᠶᠠᠪᠤᠴᠠ
# unreviewed
portal-axis-resolution = ᠪᠣᠳᠠᠲᠠᠢ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠯᠲᠡ
# unreviewed
portal-agent-call = ᠤᠲᠠᠰᠤᠳᠠᠬᠤ
# unreviewed
portal-agent-note = ᠲᠥᠯᠥᠭᠡᠯᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠴᠢ ᠲᠠᠨ ᠤ ᠥᠮᠦᠨ᠎ᠡ ᠡᠴᠡ ᠪᠢᠴᠢᠵᠦ᠂ ᠬᠥᠥᠵᠦ ᠥᠭᠦᠨ᠎ᠡ᠂ ᠮᠥᠨᠭᠭᠦ ᠠᠪᠬᠤ ᠦᠭᠡᠢ᠃ ᠲᠠ ᠥᠪᠡᠷ ᠢᠶᠡᠨ ᠮᠡᠳᠡᠭᠦᠯᠵᠦ ᠪᠠᠰᠠ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
portal-views-none = ᠬᠠᠷᠢᠨ ᠬᠦᠮᠦᠨ ᠦᠵᠡᠭᠰᠡᠨ ᠦᠭᠡᠢ᠃
# unreviewed
portal-receipt-done = ᠪᠦᠷᠢᠳᠬᠡᠪᠡ
# unreviewed
portal-receipt-number = ᠳᠤᠭᠠᠷ
# unreviewed
portal-receipt-code = ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ ᠨᠣᠮᠧᠷ
# unreviewed
portal-receipt-secret = ᠪᠤᠰᠤᠳ ᠲᠤ ᠪᠤᠤ ᠬᠡᠯᠡᠭᠡᠷᠡᠢ
# unreviewed
portal-rate-satisfied = ᠬᠠᠨᠠᠮᠵᠢᠲᠠᠢ
# unreviewed
portal-rate-basically = ᠦᠨᠳᠦᠰᠦᠨ ᠳᠡᠭᠡᠨ ᠬᠠᠨᠠᠮᠵᠢᠲᠠᠢ
# unreviewed
portal-rate-dissatisfied = ᠬᠠᠨᠠᠮᠵᠢ ᠦᠭᠡᠢ
# unreviewed
portal-form-errors = ᠪᠠᠰᠠ { $count } ᠭᠠᠵᠠᠷ ᠳᠤᠲᠠᠭᠤ᠂ ᠲᠠᠨ ᠤ ᠪᠢᠴᠢᠭᠰᠡᠨ ᠪᠦᠭᠦᠳᠡ ᠪᠠᠶᠢᠨ᠎ᠠ
# unreviewed
portal-form-add-line = ᠪᠠᠰᠠ ᠨᠢᠭᠡ ᠵᠦᠢᠯ ᠨᠡᠮᠡᠬᠦ
# unreviewed
portal-form-remove-line = ᠡᠨᠡ ᠵᠦᠢᠯ ᠢ ᠬᠠᠰᠤᠬᠤ
# unreviewed
portal-upload-remove = ᠬᠠᠰᠤᠬᠤ
# unreviewed
portal-draft-kept = ᠡᠨᠡ ᠲᠣᠭᠣᠭᠡᠷᠦᠮᠵᠢᠨ ᠳᠦ ᠬᠠᠳᠠᠭᠠᠯᠠᠪᠠ
# unreviewed
portal-draft-back = ᠤᠷᠢᠳᠤ ᠪᠢᠴᠢᠭᠰᠡᠨ ᠨᠢ ᠪᠠᠶᠢᠨ᠎ᠠ᠂ ᠦᠷᠭᠦᠯᠵᠢᠯᠡᠵᠦ ᠪᠢᠴᠢᠭᠡᠷᠡᠢ

## home

# unreviewed
portal-home-title = ᠪᠡᠷᠬᠡ ᠶᠠᠭᠤᠮ᠎ᠠ ᠪᠠᠶᠢᠪᠠᠯ ᠡᠨᠳᠡ ᠬᠡᠯᠡᠭᠡᠷᠡᠢ
# unreviewed
portal-home-heading = ᠪᠡᠷᠬᠡ ᠶᠠᠭᠤᠮ᠎ᠠ ᠪᠠᠶᠢᠪᠠᠯ ᠡᠨᠳᠡ ᠬᠡᠯᠡᠭᠡᠷᠡᠢ
# unreviewed
portal-home-file = ᠨᠢᠭᠡ ᠬᠡᠷᠡᠭ ᠢ ᠮᠡᠳᠡᠭᠦᠯᠬᠦ
# unreviewed
portal-home-track = ᠮᠢᠨᠤ ᠬᠡᠷᠡᠭ ᠢ ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ
# unreviewed
portal-home-agent = ᠥᠪᠡᠷ ᠢᠶᠡᠨ ᠪᠢᠴᠢᠬᠦ ᠦᠭᠡᠢ ᠪᠣᠯ ᠲᠥᠯᠥᠭᠡᠯᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠴᠢ ᠶᠢ ᠡᠷᠢᠭᠡᠳ ᠣᠯᠤᠭᠠᠷᠠᠢ
# unreviewed
portal-home-other = ᠪᠤᠰᠤᠳ ᠵᠠᠮ
# unreviewed
portal-home-how = ᠶᠠᠬᠢᠵᠤ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠬᠦ᠂ ᠬᠡᠳᠦ ᠡᠳᠦᠷ
# unreviewed
portal-home-agents = ᠣᠶᠢᠷ᠎ᠠ ᠶᠢᠨ ᠲᠥᠯᠥᠭᠡᠯᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠴᠢ ᠶᠢ ᠡᠷᠢᠬᠤ
# unreviewed
portal-home-review = ᠬᠠᠷᠢᠭᠤ ᠶᠢ ᠵᠥᠪᠱᠢᠶᠡᠷᠡᠬᠦ ᠦᠭᠡᠢ ᠪᠣᠯ ᠳᠠᠬᠢᠨ ᠪᠠᠶᠢᠴᠠᠭᠠᠯᠭᠠᠬᠤ

## filing

# unreviewed
portal-file-title = ᠨᠢᠭᠡ ᠬᠡᠷᠡᠭ ᠢ ᠮᠡᠳᠡᠭᠦᠯᠬᠦ
# unreviewed
portal-file-what = ᠶᠠᠮᠠᠷ ᠬᠡᠷᠡᠭ
# unreviewed
portal-file-facts = ᠶᠠᠪᠤᠴᠠ ᠶᠢ ᠨᠢ ᠬᠡᠯᠡᠭᠡᠷᠡᠢ
# unreviewed
portal-file-want = ᠲᠠ ᠶᠠᠬᠢᠵᠤ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠬᠦ ᠶᠢ ᠬᠦᠰᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ
# unreviewed
portal-file-want-hint = ᠨᠢᠭᠡ ᠨᠢᠭᠡᠪᠡᠷ ᠪᠢᠴᠢᠭᠡᠷᠡᠢ᠃ ᠵᠦᠢᠯ ᠪᠦᠷᠢ ᠳᠦ ᠨᠢ ᠲᠤᠰ ᠲᠤᠰᠠᠭᠠᠷ ᠬᠠᠷᠢᠭᠤ ᠥᠭᠦᠨ᠎ᠡ᠃
# unreviewed
portal-file-claim = { $n } ᠳᠤᠭᠠᠷ ᠵᠦᠢᠯ
# unreviewed
portal-file-material = ᠭᠡᠷᠡᠯ ᠵᠢᠷᠤᠭ᠂ ᠮᠠᠲᠡᠷᠢᠶᠠᠯ
# unreviewed
portal-file-optional = ᠢᠯᠡᠭᠡᠬᠦ ᠦᠭᠡᠢ ᠪᠠᠶᠢᠵᠤ ᠪᠣᠯᠤᠨ᠎ᠠ
# unreviewed
portal-file-reach = ᠲᠠᠨ ᠲᠠᠢ ᠶᠠᠬᠢᠵᠤ ᠬᠣᠯᠪᠣᠭᠳᠠᠬᠤ
# unreviewed
portal-file-seen = ᠮᠡᠳᠡᠭᠦᠯᠦᠭᠳᠡᠭᠰᠡᠨ ᠪᠠᠶᠢᠭᠤᠯᠤᠯᠭ᠎ᠠ ᠲᠠᠨ ᠤ ᠨᠡᠷ᠎ᠡ ᠪᠣᠯᠣᠨ ᠤᠲᠠᠰᠤ ᠶᠢ ᠦᠵᠡᠵᠦ ᠴᠢᠳᠠᠬᠤ ᠦᠭᠡᠢ᠃ ᠬᠡᠨ ᠦᠵᠡᠭᠰᠡᠨ ᠢ ᠲᠠ ᠪᠠᠶᠢᠴᠠᠭᠠᠵᠤ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
portal-file-name = ᠣᠪᠤᠭ ᠨᠡᠷ᠎ᠡ
# unreviewed
portal-file-later = ᠳᠠᠷᠠᠭ᠎ᠠ ᠨᠢ ᠨᠡᠮᠡᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ
# unreviewed
portal-file-phone = ᠭᠠᠷ ᠤᠲᠠᠰᠤᠨ ᠤ ᠨᠣᠮᠧᠷ
# unreviewed
portal-file-address = ᠰᠠᠭᠤᠬᠤ ᠬᠠᠶᠢᠭ
# unreviewed
portal-file-help = ᠲᠥᠯᠥᠭᠡᠯᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠴᠢ ᠪᠡᠷ ᠲᠤᠰᠠᠯᠠᠭᠤᠯᠬᠤ ᠤᠤ
# unreviewed
portal-file-help-no = ᠬᠡᠷᠡᠭ ᠦᠭᠡᠢ᠂ ᠪᠢ ᠥᠪᠡᠷ ᠢᠶᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠨ᠎ᠡ
# unreviewed
portal-file-truth = ᠮᠢᠨᠤ ᠬᠡᠯᠡᠭᠰᠡᠨ ᠨᠢ ᠦᠨᠡᠨ᠃
# unreviewed
portal-file-submit = ᠲᠤᠰᠢᠶᠠᠵᠤ ᠳᠤᠭᠠᠷ ᠠᠪᠬᠤ
# unreviewed
portal-file-twice = ᠰᠦᠯᠵᠢᠶ᠎ᠡ ᠦᠭᠡᠢ ᠪᠣᠯ ᠪᠢᠴᠢᠭᠰᠡᠨ ᠢ ᠡᠨᠡ ᠲᠣᠭᠣᠭᠡᠷᠦᠮᠵᠢᠨ ᠳᠦ ᠬᠠᠳᠠᠭᠠᠯᠠᠵᠤ᠂ ᠰᠦᠯᠵᠢᠶ᠎ᠡ ᠲᠡᠢ ᠪᠣᠯᠤᠮᠠᠭᠴᠠ ᠢᠯᠡᠭᠡᠨ᠎ᠡ᠃ ᠬᠣᠶᠠᠷ ᠤᠳᠠᠭ᠎ᠠ ᠳᠠᠷᠤᠪᠠᠴᠤ ᠨᠢᠭᠡ ᠯ ᠬᠡᠷᠡᠭ ᠪᠦᠷᠢᠳᠬᠡᠨ᠎ᠡ᠃

## voice

# unreviewed
voice-label = ᠳᠠᠭᠤ ᠰᠢᠩᠭᠡᠭᠡᠯᠲᠡ
# unreviewed
voice-hint = ᠵᠥᠪᠬᠡᠨ ᠳᠠᠭᠤ ᠰᠢᠩᠭᠡᠭᠡᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ᠂ ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡᠪᠡᠷ ᠬᠡᠯᠡᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ᠃ ᠬᠦᠮᠦᠨ ᠲᠠᠨ ᠤ ᠥᠮᠦᠨ᠎ᠡ ᠡᠴᠡ ᠦᠰᠦᠭ ᠪᠣᠯᠭᠠᠵᠤ᠂ ᠲᠠᠨ ᠳᠤ ᠤᠩᠰᠢᠵᠤ ᠥᠭᠦᠨ᠎ᠡ᠃
# unreviewed
voice-record = ᠳᠠᠭᠤ ᠰᠢᠩᠭᠡᠭᠡᠬᠦ
# unreviewed
voice-stop = ᠵᠣᠭᠰᠣᠭᠠᠬᠤ
# unreviewed
voice-again = ᠳᠠᠬᠢᠨ ᠰᠢᠩᠭᠡᠭᠡᠬᠦ
# unreviewed
voice-play = ᠰᠣᠨᠤᠰᠬᠤ
# unreviewed
voice-hello = ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨ᠎ᠠ ᠤᠤ
# unreviewed
voice-hello-text = ᠡᠨᠡ ᠨᠢᠭᠤᠷ ᠲᠤ ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠪᠠᠶᠢᠨ᠎ᠠ᠃
# unreviewed
voice-listen = ᠰᠣᠨᠤᠰᠬᠤ
# unreviewed
voice-chinese-counts = ᠬᠢᠲᠠᠳ ᠡᠬᠡ ᠶᠢ ᠦᠨᠳᠦᠰᠦ ᠪᠣᠯᠭᠠᠨ᠎ᠠ

## receipt

# unreviewed
portal-receipt-title = ᠪᠦᠷᠢᠳᠬᠡᠯ ᠦᠨ ᠭᠡᠷᠡᠴᠢᠯᠡᠯ
# unreviewed
portal-receipt-print = ᠬᠡᠪᠯᠡᠬᠦ
# unreviewed
portal-receipt-promises = ᠪᠢᠳᠡ ᠲᠠᠨ ᠳᠤ ᠠᠮᠠᠯᠠᠭᠰᠠᠨ ᠡᠳᠦᠷ
# unreviewed
portal-receipt-next = ᠣᠳᠣ ᠲᠠ
# unreviewed
portal-receipt-track = ᠠᠯᠬᠤᠮ ᠢ ᠨᠢ ᠦᠵᠡᠬᠦ
# unreviewed
portal-latest = ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $day }
# unreviewed
portal-why = ᠶᠠᠭᠠᠬᠢᠭᠠᠳ ᠡᠨᠡ ᠡᠳᠦᠷ ᠪᠤᠢ

## looking up

# unreviewed
portal-look-up-title = ᠮᠢᠨᠤ ᠬᠡᠷᠡᠭ ᠢ ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ
# unreviewed
portal-look-up-lead = ᠳᠤᠭᠠᠷ ᠪᠣᠯᠣᠨ ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ ᠨᠣᠮᠧᠷ ᠴᠦᠮ ᠪᠦᠷᠢᠳᠬᠡᠯ ᠦᠨ ᠭᠡᠷᠡᠴᠢᠯᠡᠯ ᠳᠡᠭᠡᠷ᠎ᠡ ᠪᠠᠶᠢᠨ᠎ᠠ᠃
# unreviewed
portal-look-up-open = ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ
# unreviewed
portal-look-up-lost = ᠭᠡᠷᠡᠴᠢᠯᠡᠯ ᠢᠶᠡᠨ ᠣᠯᠬᠤ ᠦᠭᠡᠢ ᠪᠣᠯᠪᠠ ᠤᠤ

## tracking

# unreviewed
portal-track-title = ᠶᠠᠮᠠᠷ ᠠᠯᠬᠤᠮ ᠳᠤ ᠬᠦᠷᠪᠡ
# unreviewed
portal-track-claims = ᠲᠠᠨ ᠤ { $count } ᠡᠷᠢᠯᠲᠡ
# unreviewed
portal-track-happened = ᠶᠠᠪᠤᠴᠠ
# unreviewed
portal-track-other = ᠪᠤᠰᠤᠳ
# unreviewed
portal-track-close = ᠬᠡᠷᠡᠭᠯᠡᠵᠦ ᠳᠠᠭᠤᠰᠪᠠ᠂ ᠬᠠᠭᠠᠬᠤ
# unreviewed
portal-track-who = ᠣᠳᠣ ᠬᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ
# unreviewed
portal-track-who-was = ᠬᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠪᠡ
# unreviewed
portal-track-next = ᠳᠠᠷᠠᠭᠠᠬᠢ ᠠᠯᠬᠤᠮ
# unreviewed
portal-track-you = ᠲᠠ ᠶᠠᠭᠤ ᠬᠢᠵᠦ ᠪᠣᠯᠬᠤ
# unreviewed
portal-track-you-nothing = ᠲᠠ ᠣᠳᠣ ᠶᠠᠭᠤ ᠴᠦ ᠬᠢᠬᠦ ᠬᠡᠷᠡᠭ ᠦᠭᠡᠢ
# unreviewed
portal-track-agent = ᠲᠠᠨ ᠤ ᠲᠥᠯᠥᠭᠡᠯᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠴᠢ
# unreviewed
portal-track-add = ᠮᠠᠲᠡᠷᠢᠶᠠᠯ᠂ ᠭᠡᠷᠡᠯ ᠵᠢᠷᠤᠭ ᠨᠡᠮᠡᠬᠦ
# unreviewed
portal-track-add-short = ᠨᠡᠮᠡᠬᠦ
# unreviewed
portal-track-nudge = ᠱᠠᠭᠠᠷᠳᠠᠬᠤ
# unreviewed
portal-track-withdraw = ᠮᠡᠳᠡᠭᠦᠯᠬᠦ ᠦᠭᠡᠢ ᠪᠣᠯᠪᠠ᠂ ᠪᠤᠴᠠᠭᠠᠵᠤ ᠠᠪᠬᠤ
# unreviewed
portal-you-anytime = ᠮᠠᠲᠡᠷᠢᠶᠠᠯ ᠨᠡᠮᠡᠬᠦ᠂ ᠱᠠᠭᠠᠷᠳᠠᠬᠤ ᠶᠢ ᠶᠠᠮᠠᠷ ᠴᠦ ᠴᠠᠭ ᠲᠤ ᠬᠢᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ
# unreviewed
portal-road-petition-registered = { $unit } ᠡᠨᠡ ᠬᠡᠷᠡᠭ ᠢ ᠬᠡᠨ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠬᠦ ᠶᠢ ᠦᠵᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠮᠡᠳᠡᠭᠦᠯᠦᠨ᠎ᠡ᠃
}
# unreviewed
portal-road-petition-forwarded = { $unit } ᠳᠤ ᠰᠢᠯᠵᠢᠭᠦᠯᠪᠡ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠪᠢᠴᠢᠭ ᠢᠶᠡᠷ ᠮᠡᠳᠡᠭᠦᠯᠦᠨ᠎ᠡ᠃
}
# unreviewed
portal-road-petition-accepted = { $unit } ᠬᠦᠯᠢᠶᠡᠵᠦ ᠠᠪᠤᠪᠠ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠪᠢᠴᠢᠭ ᠢᠶᠡᠷ ᠬᠠᠷᠢᠭᠤᠯᠤᠨ᠎ᠠ᠃
}
# unreviewed
portal-road-petition-investigating = { $unit } ᠪᠠᠶᠢᠴᠠᠭᠠᠵᠤ ᠪᠠᠶᠢᠨ᠎ᠠ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠪᠢᠴᠢᠭ ᠢᠶᠡᠷ ᠬᠠᠷᠢᠭᠤᠯᠤᠨ᠎ᠠ᠃
}
# unreviewed
portal-road-petition-opinion-drafted = { $unit } ᠬᠠᠷᠢᠭᠤ ᠶᠢ ᠪᠢᠴᠢᠵᠦ ᠳᠠᠭᠤᠰᠤᠭᠠᠳ ᠬᠢᠨᠠᠨ ᠦᠵᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠥᠭᠦᠨ᠎ᠡ᠃
}
# unreviewed
portal-road-petition-opinion-checked = { $unit } ᠤᠨ ᠬᠠᠷᠢᠭᠤ ᠬᠠᠷᠢᠭᠤᠴᠠᠭᠴᠢ ᠶᠢᠨ ᠭᠠᠷ ᠤᠨ ᠦᠰᠤᠭ ᠢ ᠬᠦᠯᠢᠶᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ{ $due ->
    [none] ᠃
   *[other]  ᠂ **ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ { $due }** ᠲᠠᠨ ᠳᠤ ᠥᠭᠦᠨ᠎ᠡ᠃
}
# unreviewed
portal-road-petition-opinion-issued = { $unit } ᠤᠨ ᠬᠠᠷᠢᠭᠤ ᠳᠤ ᠭᠠᠷ ᠤᠨ ᠦᠰᠤᠭ ᠵᠢᠷᠤᠪᠠ᠂ ᠲᠠᠨ ᠳᠤ ᠬᠦᠷᠭᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ᠃
# unreviewed
portal-road-petition-closed-procedural = ᠠᠯᠬᠤᠮ ᠳᠠᠭᠤᠰᠪᠠ᠃ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠳᠡᠭᠰᠡᠨ ᠡᠰᠡᠬᠦ ᠶᠢ ᠲᠠ ᠬᠡᠯᠡᠨ᠎ᠡ᠃
# unreviewed
portal-road-petition-archived = ᠡᠨᠡ ᠬᠡᠷᠡᠭ ᠳᠠᠨᠭᠰᠠᠨ ᠳᠤ ᠣᠷᠤᠪᠠ᠂ ᠲᠠ ᠶᠠᠮᠠᠷ ᠴᠦ ᠴᠠᠭ ᠲᠤ ᠦᠵᠡᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
portal-road-petition-withdrawn = ᠲᠠ ᠡᠨᠡ ᠬᠡᠷᠡᠭ ᠢ ᠪᠤᠴᠠᠭᠠᠵᠤ ᠠᠪᠤᠪᠠ᠃ ᠳᠠᠷᠠᠭ᠎ᠠ ᠳᠠᠬᠢᠨ ᠪᠦᠷᠢᠳᠬᠡᠵᠦ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
portal-claim-where = ᠶᠠᠮᠠᠷ ᠠᠯᠬᠤᠮ ᠳᠤ
# unreviewed
portal-claim-solved = ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠳᠡᠪᠡ ᠦᠦ
# unreviewed
portal-claim-due = ᠬᠠᠮᠤᠭ ᠣᠷᠣᠢ
# unreviewed
portal-claim-not-yet = ᠬᠠᠷᠢᠨ ᠦᠭᠡᠢ
# unreviewed
portal-claim-confirmed = ᠲᠠ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠳᠡᠪᠡ ᠭᠡᠵᠦ ᠪᠠᠲᠤᠯᠠᠪᠠ
# unreviewed
portal-claim-answer = ᠬᠠᠷᠢᠭᠤ
# unreviewed
portal-optional = ᠪᠢᠴᠢᠬᠦ ᠦᠭᠡᠢ ᠪᠠᠶᠢᠵᠤ ᠪᠣᠯᠤᠨ᠎ᠠ
# unreviewed
portal-act-back = ᠡᠨᠡ ᠬᠡᠷᠡᠭ ᠲᠦ ᠪᠤᠴᠠᠬᠤ
# unreviewed
portal-done = ᠲᠡᠮᠳᠡᠭᠯᠡᠪᠡ
# unreviewed
portal-rate-title = ᠦᠨᠡᠯᠡᠯᠲᠡ
# unreviewed
portal-rate-send = ᠦᠨᠡᠯᠡᠯᠲᠡ ᠶᠢ ᠲᠤᠰᠢᠶᠠᠬᠤ
# unreviewed
portal-confirm-yes = ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠳᠡᠪᠡ
# unreviewed
portal-confirm-no = ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠭᠳᠡᠭᠰᠡᠨ ᠦᠭᠡᠢ
# unreviewed
portal-add-note = ᠶᠠᠭᠤ ᠨᠡᠮᠡᠬᠦ
# unreviewed
portal-add-send = ᠲᠤᠰᠢᠶᠠᠬᠤ
# unreviewed
portal-reopen-title = ᠳᠠᠬᠢᠨ ᠨᠡᠭᠡᠭᠡᠬᠦ
# unreviewed
portal-views-title = ᠮᠢᠨᠤ ᠮᠠᠲᠡᠷᠢᠶᠠᠯ ᠢ ᠬᠡᠨ ᠦᠵᠡᠪᠡ

## refusals

# unreviewed
refusal-facts-empty = ᠶᠠᠪᠤᠴᠠ ᠳᠤᠲᠠᠭᠤ᠃ ᠬᠡᠳᠦᠨ ᠦᠭᠡ ᠪᠢᠴᠢᠪᠡᠯ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
refusal-claims-empty = ᠪᠠᠰᠠ ᠨᠢᠭᠡ ᠵᠦᠢᠯ ᠳᠤᠲᠠᠭᠤ᠂ ᠲᠠ ᠶᠠᠬᠢᠵᠤ ᠰᠢᠢᠳᠪᠦᠷᠢᠯᠡᠬᠦ ᠶᠢ ᠬᠦᠰᠡᠵᠦ ᠪᠠᠶᠢᠨ᠎ᠠ᠃ ᠨᠢᠭᠡ ᠦᠭᠤᠯᠪᠡᠷᠢ ᠪᠢᠴᠢᠪᠡᠯ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
refusal-place-empty = ᠭᠠᠵᠠᠷ ᠳᠤᠲᠠᠭᠤ᠃ ᠬᠣᠰᠢᠭᠤ᠂ ᠰᠢᠶᠠᠨ᠂ ᠲᠣᠭᠣᠷᠢᠭ ᠬᠦᠷᠲᠡᠯ᠎ᠡ ᠰᠣᠩᠭᠤᠪᠠᠯ ᠪᠣᠯᠤᠨ᠎ᠠ᠃
# unreviewed
refusal-truth-not-confirmed = ᠰᠢᠭᠦᠯᠴᠢ ᠶᠢᠨ ᠲᠡᠮᠳᠡᠭ ᠳᠤᠲᠠᠭᠤ᠂ ᠲᠠᠨ ᠤ ᠬᠡᠯᠡᠭᠰᠡᠨ ᠨᠢ ᠦᠨᠡᠨ ᠭᠡᠵᠦ ᠲᠡᠮᠳᠡᠭᠯᠡᠭᠡᠷᠡᠢ᠃
# unreviewed
refusal-look-up = ᠳᠤᠭᠠᠷ ᠡᠰᠡᠬᠦ ᠪᠠᠶᠢᠴᠠᠭᠠᠬᠤ ᠨᠣᠮᠧᠷ ᠵᠥᠪ ᠪᠤᠰᠤ ᠪᠠᠶᠢᠨ᠎ᠠ᠂ ᠳᠠᠬᠢᠨ ᠨᠢᠭᠡ ᠦᠵᠡᠭᠡᠷᠡᠢ᠃
