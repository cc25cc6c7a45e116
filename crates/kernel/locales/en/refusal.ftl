# Four parts of a refusal: what cannot be done. The fact of this case. What to do instead. The article in one plain sentence.
refusal-stale = This matter changed after you opened it. What you wrote is still here; look at the new state and send again.
refusal-not-permitted = This matter is not yours to see.
refusal-not-signed-in = Please sign in first. What you wrote is still here.
refusal-text-empty = This is still empty.
refusal-text-too-long = This has { $length } characters; at most { $max } fit. Longer text can go into an attachment.
refusal-list-empty = There must be at least one.
refusal-phone = The telephone number does not look right. A mobile has 11 digits; a landline needs its area code.
refusal-name = A name must contain letters.
refusal-case-number = The number does not look right; please compare it once more.
refusal-query-code = The query code has 8 digits.
refusal-division-code = A division code has 2, 4, 6, 9 or 12 digits; “{ $value }” does not.
# access, organisation, people
refusal-extension-by-handler = The handler cannot approve the extension. You handle this case. Ask another leader of your unit. Regulation on Petition Work, article 34: an extension is approved by a leader of the unit.
refusal-opinion-signed-by-its-writer = You cannot check or sign your own opinion. You handle this case or wrote the draft. Ask a colleague to sign. Regulation on Petition Work, article 32: the unit gives the opinion; at least two people have read it.
refusal-objection-decided-by-objector = You cannot decide on your own unit's objection. Your unit has this case now. The office that forwarded it decides. Regulation on Petition Work, article 23: the forwarding side verifies an objection.
refusal-follow-up-by-involved = You cannot follow up what you handled. You or your unit took part in this case. Ask somebody who did not.
refusal-supervision-of-oneself = You cannot supervise what you handle. Ask the level above or the supervisors. Regulation on Petition Work, article 40: the petition department supervises.
refusal-role-not-grantable = The role { WORD($role) } cannot be granted to staff. Petitioners come in with their number and query code.
refusal-role-exclusion-administration-and-content = One person cannot be { WORD($one) } and { WORD($other) }. Whoever runs the system does not see petitions. Give one of them to somebody else.
refusal-role-exclusion-administration-and-audit = One person cannot be { WORD($one) } and { WORD($other) }. Whoever runs the system does not audit it. Give one of them to somebody else.
refusal-role-exclusion-sealed-and-ordinary = One person cannot be { WORD($one) } and { WORD($other) }. Whoever opens sealed material does no other petition work. Give one of them to somebody else.
refusal-role-exclusion-review-and-recheck = One person cannot be { WORD($one) } and { WORD($other) }. Whoever reviewed does not recheck. Give one of them to somebody else.
refusal-org-village-opinion = A village cannot issue an opinion. It may help and act as agent. Name a township, subdistrict or department. Regulation on Petition Work, article 31: the organ with power issues it.
refusal-org-village-kind = At village level there are agency points only, no { WORD($kind) }.
refusal-org-vertical-superior = A vertically managed unit needs its superior department. That department reviews. Regulation on Petition Work, article 35: review goes one level up.
refusal-org-ends-before-begin = The day it ends must lie after the day it begins.
refusal-org-own-parent = An organisation cannot stand above itself.
refusal-login-name = A login name has 3 to 40 letters or digits, with . - _ allowed.
# attachments
refusal-attachment-empty = “{ $file }” is empty: not one byte came. Please choose the file again.
refusal-attachment-too-large = “{ $file }” cannot be taken. It has { $size } MB; one file may have { $max } MB. Make it smaller or split it, or send the text now and the file later.
refusal-attachment-type = “{ $file }” cannot be taken. Looked into, it is a { $found } file. Taken are: { $allowed }. A photograph of it, or saving it as one of these, will do.
refusal-attachment-damaged = “{ $file }” cannot be opened; perhaps it did not arrive whole. Please send it again, or a copy that opens.
refusal-attachment-macros = “{ $file }” holds programs that run by themselves (macros) and cannot be taken. Save it without macros, or as PDF.
refusal-attachment-bomb = “{ $file }” cannot be taken. It unpacks to far more than it seems. Save it as PDF, or split it.
refusal-attachments-too-many = A matter takes { $max } files, and this one has them. Several photographs fit into one PDF.
refusal-attachments-too-large = There is no room left. The files of a matter may have { $max } MB together. Make them smaller, or hand them in at the window later.
# forms
refusal-form-expired = This page was open for too long and was not sent. What you wrote is still here; please try once more.
refusal-form-broken = It did not arrive whole; the signal may have broken off. What you wrote is still here; please try once more.
refusal-form-text-too-large = The text is too long to take. Please put long text into an attachment.
refusal-form-too-large = The files are too large together; at most { $limit } MB. Your text is still here. Please send fewer; the rest can follow.
refusal-file-too-large = “{ $name }” is too large; at most { $limit } MB each. Your text is still here. Please take a smaller one or add it later.
refusal-files-too-large = With “{ $name }” it is more than { $limit } MB. Your text is still here. Please send some now and the rest later.
refusal-files-too-many = “{ $name }” was not taken; at most { $limit } files at a time. The rest can follow.
refusal-deadline-start = The start “{ $value }” cannot be read. Please write 2025-12-19, or 2025-12-19T16:30 for hours. The day itself does not count.
refusal-deadline-start-hour = The hour is still missing: “{ $value }”. A clock of hours runs from the moment; please write 2025-12-19T16:30.
refusal-deadline-unit = The unit “{ $value }” cannot be read. Please write calendar_day, workday, hour or month.
refusal-deadline-unit-fixed = The unit cannot be changed. “{ $clock }” counts { $unit } by its rule. Please leave the unit out.
refusal-deadline-pause = The pause “{ $value }” cannot be read. Please write 2026-05-11..2026-05-20, with a reason such as HEARING: before it if needed.
refusal-deadline-entry = This entry cannot be read: { $detail }
refusal-clock-unknown = There is no period called “{ $clock }”. Please choose from the table of periods.
refusal-clock-length-missing = The length is still missing. “{ $clock }” is set by whoever assigns it; please fill it in.
refusal-clock-length-fixed = The length cannot be changed. “{ $clock }” is set to { $length } by its rule. Please leave the length out.
refusal-clock-length-range = A length lies between 1 and { $max }.
refusal-clock-stopped = This clock cannot be changed. It has stopped.
refusal-clock-twice = The table has “{ $clock }” twice. Please keep one.
refusal-clock-table-json = The table of periods cannot be read at line { $line }: { $detail }
refusal-clock-longer-than-law = “{ $clock }” cannot be longer than the law sets. Please keep within it. A local rule cannot go beyond the regulations.
refusal-clock-shorter-right = “{ $clock }” cannot be shorter than the law sets. It is a right of the person; please do not cut it.
refusal-extension-not-allowed = It cannot be extended. The rule of this period knows no extension. Please finish in time, or ask the level above for help.
refusal-extension-days = It cannot be extended by 0 days. Please say by how many.
refusal-extension-second-time = It cannot be extended again. It has been extended { $times ->
        [one] once
       *[other] { $times } times
    } already. Please finish within the present period. Regulations on Petition Work, article 34: an extension may not exceed thirty days.
refusal-extension-too-long = It cannot be extended by { $days } days. At most { $max } are allowed. Please shorten it. Regulations on Petition Work, article 34: an extension may not exceed thirty days.
refusal-extension-after-expiry = It cannot be extended. The period ended on { DAY($due) }. Please finish soon and tell the person why it is late. Regulations on Petition Work, article 34: an extension is approved before the period ends.
refusal-pause-not-allowed = The clock cannot be stopped for { $reason ->
        [HEARING] the hearing
        [SUPPLEMENT] completing the material
        [MEDIATION] mediation
        [THIRD_PARTY] waiting for someone else
       *[LOCAL] a pause of a local rule
    }. Please let it run. Regulations on Petition Work, article 36: only the hearing of a recheck does not count.
refusal-pause-open = It cannot be paused again. It is paused already. Please resume it first.
refusal-pause-not-open = It cannot be resumed. It is not paused.
refusal-pause-order = A pause cannot end before it begins. Please compare the days.
refusal-pause-before-start = A pause begins after { DAY($start) } at the earliest. Please compare the days.
refusal-pause-after-expiry = It cannot be paused. The period ended on { DAY($due) }.
refusal-calendar-json = The calendar file cannot be read: { $value }
refusal-calendar-year = “{ $value }” is not a year. Please write one between 2000 and 2099, such as 2027.
refusal-calendar-version = “{ $value }” is not a version. Please write something like 2027-1, at most 40 characters, without a plus sign.
refusal-calendar-source = The source is still missing. Please give the document or address of publication.
refusal-calendar-row = “{ $value }” cannot be read. A row is a date, OFF or WORK, and the holiday.
refusal-calendar-date = “{ $value }” is not a date. Please write 2027-01-01, or 2027-01-01..2027-01-03 for up to 31 days.
refusal-calendar-kind = “{ $value }” is neither off nor work. Please write OFF or WORK.
refusal-calendar-name = There is no holiday “{ $value }”. Please write NEW_YEAR, SPRING_FESTIVAL, QINGMING, LABOUR_DAY, DRAGON_BOAT, MID_AUTUMN, NATIONAL_DAY or OTHER.
refusal-calendar-foreign-day = { DATE($value) } does not belong to this year. Please put it into the calendar of its own year.
refusal-calendar-twice = { DATE($value) } stands twice. Please keep one.
refusal-calendar-work-on-weekday = { DATE($value) } is a working day anyway. Please compare the notice.
refusal-calendar-statutory-day = { DATE($value) } is a statutory holiday but is not marked OFF. Please add it. Holiday Regulations, article 2.
# divisions, spreadsheets, signing in
refusal-csv-columns = The file lacks these columns: { $columns }.
refusal-csv-encoding = The file is not in UTF-8. Save it as “CSV UTF-8”, or hand in the .xlsx itself.
refusal-csv-row = This row cannot be read. Look whether its quotation marks come in pairs.
refusal-sheet-unreadable = This file cannot be read. Hand in .xlsx, .xls, .ods or CSV.
refusal-sheet-empty = There is no row in the sheet.
refusal-sheet-too-long = The sheet has { $rows } rows; { $max } at a time. Import it in parts.
refusal-division-not-inside = Division { $code } does not lie inside { $above }. Check the codes above it in this row.
refusal-division-two-names = Division { $code } had another name further up. Check which is right.
refusal-division-no-parent = The division above { $code }, { $parent }, does not exist yet. Import it first.
refusal-division-outside = Division { $code } lies outside what you administer.
refusal-division-unknown = There is no division “{ $code }”. Check the code or the name.
refusal-division-ambiguous = { $found } divisions are called “{ $name }”. Give the code instead.
refusal-org-unknown = There is no organisation “{ $name }”. Enter it first, or check the name.
refusal-org-name-taken = There is a “{ $name }” here already.
refusal-org-kind = This kind of organisation is not known. Known: GOVERNMENT, BUREAU, CENTER, STATION, POINT, UNIT, DISCIPLINE, JOINT_MEETING_OFFICE.
refusal-org-function = This function is not known.
refusal-date = This date cannot be read. Write it as 2026-11-30.
refusal-role-unknown = The role “{ $role }” is not known. Known are AGENT, REGISTRAR, UNIT_HANDLER, UNIT_LEADER, SYSADMIN and others.
refusal-login-taken = The login name “{ $login }” is taken. Choose another.
refusal-grant-outside = You cannot grant a role beyond what you administer. The reach { $division } of { WORD($role) } lies outside. Ask the level above.
refusal-password-short = A password has at least { $min } characters. A sentence you remember is best.
refusal-password-long = A password has at most { $max } characters.
refusal-password-common = This password is guessed too easily. Take a sentence that others do not think of and you remember.
refusal-sign-in-wrong = Login name or password do not match. Look again.
refusal-sign-in-wait = Too many tries. Wait { $seconds } seconds. If you forgot the password, an administrator can set a new one.
# imports
refusal-import-empty = The file is empty; it does not even have a head line.
refusal-import-not-a-table = The file cannot be read as a table. What can: CSV (UTF-8 or GBK), Excel xlsx, JSON. Please save an old xls as xlsx.
refusal-import-mapping = Something in the mapping file is not right: { $detail }
refusal-import-columns-missing = The table lacks these columns: { $missing }. It has: { $found }. Change the head of the table or the mapping file.
refusal-import-unclosed-quote = A quotation mark in this row never closes. The row was left out; the next ones go on.
refusal-import-stray-quote = Text follows a closing quotation mark. A quotation mark inside quotes is written twice.
refusal-import-row-too-long = This row has more than 1 MB.
refusal-import-column-count = This row has { $found } columns; the head has { $expected }.
refusal-import-encoding = There are bytes here that are not { $encoding }.
refusal-import-time = “{ $value }” is not a time in any known form: { $formats }
refusal-import-time-future = “{ $value }” has not come yet.
refusal-import-reply-before = The answer is older than the message.
refusal-import-too-many-claims = There may be { $max } claims at most.
