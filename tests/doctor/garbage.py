"""Damage that logs meet in real life, as bytes of one line each."""

from __future__ import annotations

from tests.storage.running import AT, line

# Seventeen kinds; none of them is a record, and none holds a line break.
GARBAGE: dict[str, bytes] = {
    "deep JSON": b"[" * 60_000,
    "huge number": b'{"id":' + b"9" * 6_000 + b"}",
    "NUL block": b"\0" * 3_000,
    "no number": b'{"id":"2","kind":"action","minutes":NaN}',
    "no UTF-8": b'{"text":"caf\xe9"}',
    "a text": b'"a text"',
    "a list": b"[1, 2]",
    "empty object": b"{}",
    "no id": b'{"kind":"action","text":"no id"}',
    "wrong minutes": line(902, minutes="15"),
    "wrong day": line(903, day="yesterday"),
    "two records": line(904) + line(905),
    "half a record": line(906)[:60],
    "conflict mark": b"<<<<<<< HEAD",
    "middle mark": b"=======",
    "escapes": b"\x1b[31m[/x]\x9b2J \xe2\x80\xae",
    "correction of nothing": b'{"id":"907","at":"' + AT.encode() + b'","kind":"retract"}',
}
