"""The names that fields have in JSON where a plainer word than the field's own is wanted.

The name of the first version of the envelope stays beside each, with the same value, so that what
was written for that version still finds it. Both stand until a third version.
"""

from __future__ import annotations

YOU_OWE, WAITING_ON = {"yours": "you_owe"}, {"theirs": "waiting_on"}
KEPT = {"still_yours": "what_you_keep"}
STEP_ROLE = {"step_role": "stepping_stone_role"}
MINUTES = {"step_role_minutes": "stepping_stone_role_minutes"}

# By the name of the record; each field with its name now.
NEW_NAMES: dict[str, dict[str, str]] = {
    "Tally": {"promised": "planned"},
    "BurnPoint": {"promised": "planned", "promised_at": "planned_at"},
    "Commitments": {**YOU_OWE, **WAITING_ON},
    "TodayReport": {**YOU_OWE, **WAITING_ON, **KEPT, **STEP_ROLE},
    "PrepareReport": {**YOU_OWE, **WAITING_ON},
    "MessageReport": {**YOU_OWE, **WAITING_ON},
    "PeriodReport": {"moves": "commitments", **KEPT, **STEP_ROLE, **MINUTES},
    "RoadmapReport": STEP_ROLE,
    "Explanation": {"yours": "your_figures"},
    "Step": {"bring_back": "done_when"},
    "Outlook": {"left": "work_left", "end_at_promise": "end_at_plan"},
}

# Of these records the fields of one field stand beside the others, under their own names.
BESIDE = {"MessageReport": "draft", "FirmMessageReport": "draft"}
