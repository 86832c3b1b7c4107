"""The words by which answers are understood; add yours to a list."""

from __future__ import annotations

import re

NEVER, NONE, PRIVATE, UNKNOWN, UNSURE = "never", "none", "private", "unknown", "unsure"
# What people type for a choice.
SAME_AS = {
    "y": "yes", "yeah": "yes", "yep": "yes", "sure": "yes", "ok": "yes", "okay": "yes",
    "n": "no", "nope": "no", "never": "no", "nah": "no", "u": "unknown", "unsure": "unknown",
    "don't know": "unknown", "dont know": "unknown", "i don't know": "unknown", "maybe": "unknown",
    "not now": "no", "idk": "unknown", "not sure": "unknown", "no idea": "unknown",
    "dunno": "unknown",
}  # fmt: skip
NONE_WORDS = (NONE, "nobody", "no one", "no-one", "no", "nope", "nobody yet", "none yet", "nothing",
              "nothing yet", "no one yet", "not any", "not really",
              "nobody really", "zero", "0")  # fmt: skip
NEVER_WORDS = (NEVER, "never did", "not ever", "no", "none", "nope", "haven't", "havent",
               "i haven't", "never have", "never yet", "0")  # fmt: skip
LOVES = ("1", "2", "3", "4", "5")
OF_FIVE = re.compile(r"\b([1-5])\s*(?:/|of|out of)\s*5\b")
ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
BRACKETS = re.compile(r"[(),]|\s-\s")
LIKING = (
    "with",
    "and",
    "liked",
    "loved",
    "it",
    "love",
    "like",
    "liking",
    "rated",
    "rating",
    "hated",
    "enjoyed",
)
STEP_WORDS = {"sales", "applications", "application", "solutions", "solution", "presales", "field"}
SENIOR_WORDS = {"senior", "sr", "lead", "staff", "principal", "director", "head", "manager",
                "architect", "em", "vp", "cto"}  # fmt: skip
ENGINEER_WORDS = {"ic", "engineer", "eng", "developer", "dev", "programmer", "coder", "software",
                  "backend", "frontend", "fullstack", "swe", "sre", "devops", "qa", "engineering",
                  "mid", "junior", "tester", "scientist", "data", "analyst",
                  "technician"}  # fmt: skip
DATE_EXAMPLES = "Write 1 sep 2028, june 2028, or in a year."
