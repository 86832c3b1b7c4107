"""A small valid roadmap with every table in it, whose lines the tests know."""

from __future__ import annotations

VALID = """\
schema = 1
day_ends = "04:00"
never_say = ["Acme"]

[target]
role = "product manager"
date = 2028-01-10
start = 2027-01-11
profile = "ic"

[minutes]
mon = 30
sat = 90
daily_cap = 240

[[vacation]]
from = 2027-07-05
to = 2027-07-18

[answers]
why = ["money"]
customer_last = "never"
contacts = ["Lena (PM)"]
pay_floor_set = true

[springboard]
state = "skip"
limit_months = 12

[[track]]
id = "allies"
active = true
from = 2027-02-01

[[track]]
id = "reading"
times = 2
days = 7

[[milestone]]
id = "allies.first"
track = "allies"
title = "First ally"
hours = 2.5
tier = "core"
weeks_before = 40

[[milestone]]
id = "allies.second"
track = "allies"
title = "Second ally"
hours = 4
tier = "standard"
due = 2027-09-01
depends_on = ["allies.first"]

[findings.NO_CUSTOMER]
days = 21

[statement]
audience = "plant engineers"

[people]
"Lena (PM)" = "ally"

[defaults]
format = "terminal"
"""
