# Practices

term-point = Point
term-station = Station
term-center = Centre
term-agent = Agent
term-station-lead = Head of station
term-grid-member = Grid member
term-dispatch = Dispatch
term-claim = Claim
term-reply = Reply
term-done = Done
term-follow-up = Follow-up
term-rate = Rating
term-escalate = Rise
term-close = End
term-lead = Lead

practice-part-agent = acts
practice-part-assist = assists
practice-part-lead = leads

every-day = every day
every-week = every week
every-half-month = every half month
every-month = every month
every-year = every year

practice-mistake = { $file }, line { $line }
practice-mistake-whole = { $file }

refusal-practice-file-missing = The file { $file } is missing. Every practice has one; copy it from another folder in practices and change it.
refusal-practice-file-unknown = Nobody knows this file name, so what it says would not hold. Names that are read: { $known }. Notes for people end in .md.
refusal-practice-toml = This line cannot be read: { $detail }. Write name = "value", one to a line.
refusal-practice-name = The name is “{ $name }”, the folder is called “{ $folder }”. They must agree: write “{ $folder }”.
refusal-practice-day = The date cannot be read. Write it as 2026-01-01.
refusal-practice-clock-unknown = There is no deadline called “{ $clock }”. The most similar is { $like }. lianxin deadline lists them all.
refusal-practice-clock-unit = The unit of the deadline “{ $clock }” cannot be read. Write one of: { $known }.
refusal-practice-clock-law-unit = The unit of the deadline “{ $clock }” is set by law. Write unit = "{ $unit }", at most { $max }.
refusal-practice-clock-beyond-law = The deadline “{ $clock }” says { $length }; the law gives { $max } at most. A practice may only be shorter. Write { $max } or less.
refusal-practice-clock-shorter-right = The deadline “{ $clock }” is a person's right of { $max }; it may not become { $length }. Write { $max } or more.
refusal-practice-clock-given = The deadline “{ $clock }” is given for each matter and cannot be fixed here. Take the paragraph out.
refusal-practice-setting-unknown = There is no setting called “{ $name }”. There are: { $known }.
refusal-practice-twice = “{ $what }” stands twice. Keep one line.
refusal-practice-department-unknown = The department “{ $name }” is not in departments.csv. Add a line there, or use one of: { $known }.
refusal-practice-division-unknown = There is no division { $code }. Look up the code in sample/divisions.csv.
refusal-practice-word-unknown = “{ $text }” cannot be read. Write one of: { $known }.
refusal-practice-cycle-owner = It does not say whose it is, and what is nobody's is not done. Write one of: { $known }.
refusal-practice-days = “{ $text }” is no number of days. Write a whole number above 0.
refusal-practice-assignment-beyond-law = It says { $days } days; the law gives { $max } at most. Write { $max } or less.
refusal-practice-no-county = It does not say in which county the demo is played. Write at least one [[county]].
refusal-practice-no-post = The sign-in “{ $login }” fits no post: there are { $there } of that kind at “{ $word }”. Change the number, or add a line to sample/posts.csv.
refusal-practice-letter-unknown = There is no such letter, so what it says would not hold. File names: { $known }, each with .txt.
refusal-practice-ranking = “{ $word }” may not stand here. A practice ranks and scores nobody. Say what is to be done and by which day.
refusal-practice-mark = “{ $word }” may not stand here. A practice puts no mark on a petitioner. Say what the matter is.
refusal-practice-target = “{ $word }” may not stand here. A rate is a result, not a target; as a target it would be made up. Say what is done within how many days.
refusal-practice-wording = “{ $word }” is not said. Write: { $instead }

cli-practice-row = { $name }  { $title } (division { $division }, from { $day })
cli-practice-source = After: { $source }
cli-practice-sound = { $name }: nothing is wrong. { $clocks } deadlines, { $catalogue } rows of the catalogue, { $words } words, { $duties } duties, { $cycles } cycles.
cli-practice-mistakes = { $name }: { $count } to mend.
cli-practice-unknown = There is no practice called “{ $name }”. There are: { $known }.
cli-practice-exported = Written to { $dir }, { $count } files. When changed, check it with lianxin practice check { $dir }.
cli-practice-exists = { $dir } is not empty. Name an empty folder.

admin-tab-practice = Practice
admin-practice-title = The practice here
admin-practice-lead = Deadlines, dispatch, words, duties and cycles as one set. Law and facts are the same everywhere; a practice changes words, duties and shorter times.
admin-practice-none = Not begun with any practice
admin-practice-none-text = What holds now came with the program. Choose a practice below and try it first: it says what would change.
admin-practice-now = In force: { $title } ({ $version })
admin-practice-from = from { $day }
admin-practice-source = After: { $source }
admin-practice-words = Words
admin-practice-word-standard = Standard word
admin-practice-word-here = Said here
admin-practice-duties = Duties by level
admin-practice-level = Level
admin-practice-part = Part
admin-practice-body = Body
admin-practice-first = Answers for it first
admin-practice-what = What
admin-practice-cycles = Cycles
admin-practice-every = How often
admin-practice-owner = Whose
admin-practice-assignments = Handed out by name
admin-practice-name = Name
admin-practice-by = Taken on by
admin-practice-respond = Response within days
admin-practice-close = Result within days
admin-practice-changed = What was changed here since
admin-practice-changed-none = As it was at the beginning; nothing was changed.
admin-practice-changed-count = { $count } files differ
admin-practice-out = Take this set out (one file that holds the folder)
admin-practice-start = Begin with a practice
admin-practice-start-text = Try it first. A trial writes nothing and says what would change.
admin-practice-pack = Practice
admin-practice-day = From which day
admin-practice-day-hint = Today or later. What is registered already keeps the rules of its day.
admin-practice-mode = Try, or put in force
admin-practice-file = Or upload a practice of your own
admin-practice-file-hint = The file that was taken out here, changed. When a file is sent, it is used.
admin-practice-go = Try, or put in force
admin-practice-tried = A trial: { $count } files would change. Nothing was written.
admin-practice-done = In force: version { $version }, from { $day }.
admin-practice-same = The same as what holds now; nothing to change.
admin-practice-diff = { $file }
admin-practice-gone = gone
admin-practice-came = new
admin-practice-line = Line
admin-practice-did = Change
admin-practice-left-out = Rows of the catalogue left out: there is no such unit here
admin-practice-mistakes = The practice sent has { $count } mistakes; nothing was written
admin-practice-where = Where
admin-practice-wrong = What is wrong, and what to write instead
refusal-practice-choose = No practice was chosen. Choose one, or upload one.
refusal-practice-bundle = This file cannot be read: no line like “=== name ===” stands in it. Send the file that was taken out here.
