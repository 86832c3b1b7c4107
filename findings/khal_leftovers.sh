#!/usr/bin/env bash
# khal import of an event that it knows updates it, and leaves two copies of it beside the calendar.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check khal==0.14.1 icalendar==7.3.0

mkdir "$place/calendar"
cat > "$place/config" <<CONFIG
[calendars]
[[one]]
path = $place/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $place/khal.db
CONFIG
event() {
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//a//EN\r\nBEGIN:VEVENT\r\nUID:one@a\r\n'
    printf 'DTSTAMP:20270101T000000Z\r\nSUMMARY:%s\r\nDTSTART;VALUE=DATE:20270305\r\n' "$1"
    printf 'DTEND;VALUE=DATE:20270306\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
}
event "First" > "$place/first.ics"
event "Second" > "$place/second.ics"

export HOME="$place" LC_ALL=C.UTF-8
khal() { "$place/venv/bin/khal" -c "$place/config" "$@"; }
khal --version
khal import --batch "$place/first.ics"
echo "after the first import:" && ls "$place/calendar"
once=$(find "$place/calendar" -type f | wc -l)
khal import --batch "$place/second.ics"
echo "after the second, of the same UID:" && ls "$place/calendar"
shown=$(khal list --format '{title}' 2027-03-05 1d | tail -n 1)
echo "the agenda shows: $shown"
events=$(find "$place/calendar" -name '*.ics' | wc -l)
files=$(find "$place/calendar" -type f | wc -l)
echo "events: $events, files: $files"
[[ $once == 1 && $events == 1 && $files == 3 && $shown == Second ]] || {
    echo "The behavior has changed."
    exit 1
}
