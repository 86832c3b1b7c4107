"""Reading the content in `data/`: TOML for what a person edits, two plain looks for `log`."""

from __future__ import annotations

import os

from pmpath.domain.lexicon import lexicon_from
from pmpath.domain.record import record
from pmpath.domain.vocabulary import Vocabulary
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import content_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.content.questions import Question
    from pmpath.domain.content.reasons import Reasons
    from pmpath.domain.content.talks import Talk

ENGINEERING_LINE = "engineering"


@record
class Content:
    """The folder of content and what is read from it."""

    folder: str

    def text(self, *names: str) -> str:
        """One file of the content as text."""
        path = os.path.join(self.folder, *names)
        with raises_not_stored(path, ""), open(path, encoding="utf-8") as file:
            return file.read()

    def table(self, *names: str) -> dict[str, Any]:
        """One TOML file of the content, parsed."""
        import tomllib

        return tomllib.loads(self.text(*names))

    def vocabulary(self) -> Vocabulary:
        """What `log` knows, without a TOML parser: tracks, hints and the keys of notes."""
        hints: dict[str, str] = {}
        tracks: list[str] = []
        for line in self.text("words.txt").splitlines():
            name, colon, words = line.partition(":")
            if colon and not line.startswith("#"):
                hints.update(dict.fromkeys(words.split(), name))
                if name != ENGINEERING_LINE:
                    tracks.append(name)
        files = ("language.txt", "names.txt", "titles.txt")
        lexicon = lexicon_from(*(self.text(name) for name in files))
        note_keys = frozenset(_table_names(self.text("notes.toml")))
        return Vocabulary(tuple(tracks), hints, note_keys, lexicon)

    def ids(self, *names: str) -> list[str]:
        """The ids of a file's blocks, by a look at its lines: a shell waits for them."""
        lines = self.text(*names).splitlines()
        return [line[6:-1] for line in lines if line.startswith('id = "') and line[-1:] == '"']

    def finding_units(self) -> dict[str, str]:
        """What a roadmap may name under [findings]: each id with the unit of its limit.

        By a look at the lines, because every command of a person who set one waits for it. The unit
        is empty where no key of that table is the limit.
        """
        found: dict[str, str] = {}
        key = ""
        for line in self.text("findings.toml").splitlines():
            name, _, value = line.partition(" = ")
            if name == "id":
                key = value.strip('"')
                found[key] = ""
            elif name == "threshold" and value.startswith('"findings.'):
                found[key] = value.strip('"').rpartition(".")[2]
        return found

    def catalog(self) -> Catalog:
        """Tracks, actions, milestones and phases."""
        from pmpath.domain.content import catalog
        from pmpath.domain.content.concerns import concerns_from

        tracks = catalog.tracks_from(self.table("tracks.toml"))
        actions = catalog.actions_from(self.table("actions", f"{track}.toml") for track in tracks)
        milestones = catalog.milestones_from(self.table("milestones.toml"))
        phases = catalog.phases_from(self.table("phases.toml"))
        early = catalog.early_from(self.table("early.toml"))
        reminders = catalog.reminders_from(self.table("reminders.toml"))
        concerns = concerns_from(self.table("findings.toml"))
        shelves = catalog.shelves_from(self.table("books.toml"))
        cautions = {key: tuple(words) for key, words in self.table("cautions.toml").items()}
        hints = self.vocabulary().hints
        cautions[ENGINEERING_LINE] += tuple(
            word.replace("-", " ") for word, line in hints.items() if line == ENGINEERING_LINE
        )
        return catalog.Catalog(
            tracks, actions, milestones, phases, early, reminders, concerns, shelves, cautions
        )

    def questions(self) -> tuple[Question, ...]:
        """The questions of the reality check, in the order in which they are asked."""
        from pmpath.domain.content.questions import questions_from

        return questions_from(self.table("questions.toml"))

    def talks(self) -> tuple[Talk, ...]:
        """The talks that `prepare` has words for, in the order in which they are listed."""
        from pmpath.domain.content.talks import talks_from

        return talks_from(self.table("talks.toml"))

    def reasons(self) -> Reasons:
        """What `why` explains beyond the catalog."""
        from pmpath.domain.content.reasons import reasons_from

        names = ("tracks", "advice", "findings", "numbers")
        tables = {name: self.table(f"{name}.toml") for name in names}
        tracks = self.ids("tracks.toml")
        return reasons_from(tables, (self.table("actions", f"{track}.toml") for track in tracks))

    def action_titles(self) -> dict[str, tuple[str, int]]:
        """Title and minutes of every action, for `log --did`."""
        return {key: (one.title, one.minutes) for key, one in self.catalog().actions.items()}


def _table_names(text: str) -> list[str]:
    return [line[1:-1] for line in text.splitlines() if line[:1] == "[" and line[-1:] == "]"]


def content() -> Content:
    """The content that comes with this program; raises NotStored when it is not there."""
    return Content(content_folder())
