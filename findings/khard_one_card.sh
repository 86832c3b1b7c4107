#!/usr/bin/env bash
# khard reads the first card of a file and passes over the others without a word.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check khard==0.22.0 vobject==0.9.9

mkdir "$place/book"
printf '[addressbooks]\n[[all]]\npath = %s/book\n' "$place" > "$place/conf"
card() {
    printf 'BEGIN:VCARD\r\nVERSION:4.0\r\nUID:%s\r\nFN:%s\r\nN:;%s;;;\r\nEND:VCARD\r\n' "$1" "$1" "$1"
}
names() {
    HOME="$place" LC_ALL=C.UTF-8 "$place/venv/bin/khard" -c "$place/conf" list --parsable |
        cut -f 2 | paste -sd ' '
}
"$place/venv/bin/khard" --version
{ card Ada; card Ben; card Cem; } > "$place/book/all.vcf"
together=$(names)
echo "three cards in one file:  $together"
rm "$place/book/all.vcf"
for name in Ada Ben Cem; do card "$name" > "$place/book/$name.vcf"; done
apart=$(names)
echo "one card in each of three: $apart"
[[ $together == Ada && $apart == "Ada Ben Cem" ]] || {
    echo "The behavior has changed."
    exit 1
}
