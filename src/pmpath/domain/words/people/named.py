"""People as a line names them, or counts them."""

from __future__ import annotations

from pmpath.domain.record import Frozen


class Person(Frozen):
    """Somebody named in the words from `first` up to `after`.

    `person` is the label, `Lena (PM)`. `lead` is what leads to the name: with, met, told and their
    kin (the `lead` lines of the language); `marked` for an `@`, `title` behind Dr, `maybe` behind a
    word such as coffee; empty for nothing.
    """

    first: int
    after: int
    person: str
    lead: str = ""


class Somebody(Frozen):
    """People without a name: `two PMs`, `a customer`."""

    first: int
    after: int
    function: str
    count: int
