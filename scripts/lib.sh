# Sourced by the other scripts: one line a step, and the log of a step only when it fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=${CARGO_TARGET_DIR:-target}
logs=$target/steps
mkdir -p "$logs"

if [[ -t 1 ]]; then live=1 bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else live='' bold='' red='' green='' plain=''; fi

# The last line of a log, while the step runs and somebody watches.
watch_log() {
  local name=$1 log=$2 began=$SECONDS
  while sleep 1; do
    printf '\r\e[K… %s  %d s  %.70s' "$name" $((SECONDS - began)) \
      "$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' | grep -v '^ *$' | tail -n 1)"
  done
}

log_of() { echo "$logs/$(tr -cs 'A-Za-z0-9' '-' <<<"$1" | sed 's/-*$//').log"; }

# step NAME COMMAND…: runs it with its output in a log. Success is one line; `step_note`, when set to a function, adds
# to that line what it reads in the log.
step() {
  local name=$1 log watcher='' began=$SECONDS code=0 note=''
  shift
  log=$(log_of "$name")
  : >"$log"
  if [[ -n $live ]]; then watch_log "$name" "$log" & watcher=$!; fi
  "$@" >"$log" 2>&1 </dev/null || code=$?
  if [[ -n $watcher ]]; then kill "$watcher" 2>/dev/null; wait "$watcher" 2>/dev/null || true; printf '\r\e[K'; fi
  if [[ -n ${step_note:-} ]]; then note=$("$step_note" "$log"); fi
  if ((code == 0)); then
    printf '%s✓%s %s  %s%d s\n' "$green" "$plain" "$name" "${note:+$note  }" $((SECONDS - began))
  else
    printf '%s✗%s %s  %s%d s, exit %d\n' "$red" "$plain" "$name" "${note:+$note  }" $((SECONDS - began)) "$code"
    sed 's/^/    /' "$log" | tail -n "${STEP_LINES:-400}"
    printf '    (whole log: %s)\n' "$log"
  fi
  return "$code"
}
