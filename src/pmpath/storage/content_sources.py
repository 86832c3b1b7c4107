"""The plain values of the content, made of the files that a person edits.

The build compiles what is made here; without a build it is made at every call.
"""

from __future__ import annotations

from pmpath.domain.language.lexicon import lexicon_from
from pmpath.domain.language.sections import parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class Sources(Protocol):
        """Where the files are read; `storage/content.py` has the one of the program."""

        def text(self, *names: str) -> str:
            """One file as text."""

        def table(self, *names: str) -> dict[str, Any]:
            """One TOML file, parsed."""


ENGINEERING_LINE = "engineering"
VOCABULARY = "vocabulary"
CATALOG_TABLES = (
    "tracks", "milestones", "phases", "early", "reminders", "findings", "books",
)  # fmt: skip
REASON_TABLES = ("tracks", "advice", "findings", "numbers")


def _vocabulary(content: Sources) -> Any:
    hints, tracks = _hints(content.text("words.txt"))
    files = ("language.txt", "names.txt", "titles.txt")
    lexicon = lexicon_from(*(content.text(name) for name in files))
    note_keys = _table_names(content.text("notes.toml"))
    known = (parts_of(lexicon), lexicon.titles, lexicon.lists)
    return tuple(tracks), hints, note_keys, known


def stored_vocabulary(content: Sources) -> tuple[Any, bytes]:
    """The vocabulary as the build compiles it, with the index of its forms; and their file."""
    from pmpath.storage.stored_parts import stored

    tracks, hints, note_keys, (forms, titles, lists) = _vocabulary(content)
    index, file = stored(forms, 0)
    return (tracks, hints, note_keys, (index, titles, lists)), file


def _hints(text: str) -> tuple[dict[str, str], list[str]]:
    hints: dict[str, str] = {}
    tracks: list[str] = []
    for line in text.splitlines():
        name, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            hints.update(dict.fromkeys(words.split(), name))
            if name != ENGINEERING_LINE:
                tracks.append(name)
    return hints, tracks


def _catalog(content: Sources) -> Any:
    from pmpath.domain.content import catalog

    tables = {name: content.table(f"{name}.toml") for name in CATALOG_TABLES}
    lines = [content.table("actions", f"{line['id']}.toml") for line in tables["tracks"]["track"]]
    rows = catalog.action_rows(catalog.actions_from(lines))
    return tables, rows


def _cautions(content: Sources) -> Any:
    cautions = {key: tuple(words) for key, words in content.table("cautions.toml").items()}
    hints, _ = _hints(content.text("words.txt"))
    cautions[ENGINEERING_LINE] += tuple(
        word.replace("-", " ") for word, line in hints.items() if line == ENGINEERING_LINE
    )
    return cautions


def _groups(content: Sources) -> Any:
    return {key: tuple(phrases) for key, phrases in content.table("groups.toml").items()}


def _verbs(content: Sources) -> Any:
    from pmpath.domain.content.known_words import verbs_from

    return verbs_from(content.table("verbs.toml"))


def _understood(content: Sources) -> Any:
    from pmpath.domain.content.known_words import understood_from

    return understood_from(content.table("understood.toml"))


def _statement(content: Sources) -> Any:
    return content.table("statement.toml")


def _questions(content: Sources) -> Any:
    return content.table("questions.toml")


def _interview(content: Sources) -> Any:
    return content.table("interview.toml")


def _reading(content: Sources) -> Any:
    return content.table("books.toml"), content.table("areas.toml")


def _talks(content: Sources) -> Any:
    return content.table("talks.toml")


def _reasons(content: Sources) -> Any:
    tables = {name: content.table(f"{name}.toml") for name in REASON_TABLES}
    lines = [content.table("actions", f"{line['id']}.toml") for line in tables["tracks"]["track"]]
    return tables, lines


# What the build compiles, by the name under which it is asked for.
VALUES: dict[str, Callable[[Any], Any]] = {
    VOCABULARY: _vocabulary,
    "catalog": _catalog,
    "cautions": _cautions,
    "groups": _groups,
    "statement": _statement,
    "verbs": _verbs,
    "understood": _understood,
    "questions": _questions,
    "talks": _talks,
    "interview": _interview,
    "reading": _reading,
    "reasons": _reasons,
}


def _table_names(text: str) -> list[str]:
    return [line[1:-1] for line in text.splitlines() if line[:1] == "[" and line[-1:] == "]"]
