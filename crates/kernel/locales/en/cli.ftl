# cli
cli-deadline-raw = span counted out
cli-deadline-statutory = told to people; overdue after it
cli-deadline-conservative = reminder: last working day not after the span
cli-deadline-how = How this date comes about
cli-deadline-provisional = Note: the holiday arrangement of a year is not published yet. The date is provisional and will be computed again.
cli-deadline-list = Clocks (--clock):
cli-deadline-differs = Computed with the unit and length given; the table has { $length } { $unit } for “{ $clock }”.
cli-deadline-batch-failed = { $count } could not be answered; see error.
import-report-line = line
import-report-column = column
import-report-code = code
import-report-message = message
