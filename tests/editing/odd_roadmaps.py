"""Roadmaps as people write them: in any order, commented, with CRLF, dotted or inline keys."""

from __future__ import annotations

from hypothesis import strategies as st

COMMENTS = ("", "  # mine", "\t# see [target] and date = 1", " #", "   ")
BETWEEN = ("", "# a line of my own\n", "\n", "\n\n#[milestone]\n", "  # indented\n")
TITLES = (
    '"Five met"',
    "'it''s literal'",
    '"""\nover\nlines"""',
    '"a # is not a comment"',
    '"[[x]]"',
)
DATE = "2028-01-10"


@st.composite
def _key(draw: st.DrawFn, key: str, value: str) -> str:
    indent = draw(st.sampled_from(["", "  ", "\t"]))
    equals = draw(st.sampled_from([" = ", "=", "   =  "]))
    quoted = key.isidentifier() and draw(st.booleans())
    name = f'"{key}"' if quoted else key
    comment = draw(st.sampled_from(COMMENTS))
    return f"{draw(st.sampled_from(BETWEEN))}{indent}{name}{equals}{value}{comment}\n"


@st.composite
def _table(draw: st.DrawFn, header: str, values: dict[str, str]) -> str:
    keys = draw(st.permutations(list(values)))
    lines = [draw(_key(key, values[key])) for key in keys]
    return f"{draw(st.sampled_from(BETWEEN))}{header}{draw(st.sampled_from(COMMENTS))}\n" + "".join(
        lines
    )


@st.composite
def _target(draw: st.DrawFn) -> tuple[str, str]:
    """What stands at the top for the target, and the table for it further down; one is empty."""
    values = {"role": '"pm"', "date": DATE, "start": "2027-01-11"}
    form = draw(st.sampled_from(["table", "dotted", "inline"]))
    if form == "table":
        return "", draw(_table("[target]", values))
    if form == "dotted":
        return "".join(draw(_key(f"target.{key}", value)) for key, value in values.items()), ""
    inner = ", ".join(f"{key} = {value}" for key, value in values.items())
    return f"target = {{ {inner} }}{draw(st.sampled_from(COMMENTS))}\n", ""


@st.composite
def _milestone(draw: st.DrawFn, number: int) -> str:
    title = draw(st.sampled_from(TITLES)).replace("''", "")
    values = {"id": f'"allies.{number}"', "track": '"allies"', "title": title, "hours": "1.5",
              "tier": '"core"', "weeks_before": str(30 - number)}  # fmt: skip
    if draw(st.booleans()):
        values["due"] = "2027-06-07"
    return draw(_table("[[milestone]]", values))


@st.composite
def odd_roadmaps(draw: st.DrawFn) -> str:
    """A valid roadmap in an odd dress; the tables between its milestones may be any."""
    top, target = draw(_target())
    tables = [
        draw(_table("[minutes]", {"mon": "30", "sat": "90", "daily_cap": "240"})),
        draw(_table("[springboard]", {"limit_months": "12"})),
        draw(_table("[people]", {'"Jörg Müller"': '"ally"', "lena": '"leader"'})),
        *([target] if target else []),
    ]
    milestones = [draw(_milestone(number)) for number in range(3)]
    if draw(st.booleans()):
        blocks = [*draw(st.permutations(tables)), *milestones]
    else:
        blocks = [part for pair in zip(milestones, tables, strict=False) for part in pair]
        blocks += tables[len(milestones) :]
    text = draw(_key("schema", "1")) + top + "".join(blocks)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text
