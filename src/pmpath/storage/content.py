"""Reading the content in `data/`: TOML for what a person edits, or what the build compiled of it.

Each thing made of content is first a plain value, which the build keeps beside the files
(`compiled.py`); without that it is made of the files at every call (`content_sources.py`), with the
same result.
"""

from __future__ import annotations

import os

from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.record import Frozen
from pmpath.storage.compiled import FOLDER, read_compiled
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import content_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.content.interview import InterviewQuestion
    from pmpath.domain.content.messages import Messages
    from pmpath.domain.content.questions import Question
    from pmpath.domain.content.reading import ReadingList
    from pmpath.domain.content.reasons import Reasons
    from pmpath.domain.content.talks import Talk
    from pmpath.domain.language.parted import Parts

# The file of what each form of the language means, beside the compiled forms of content.
FORMS = "language-parts"
# What each text of TOML holds, parsed once in a process: a checkout asks for the same tables at
# every call. By the text, so that a changed file is parsed anew; as bytes, so that whoever asks
# gets tables of its own.
_PARSED: dict[str, bytes] = {}


class Content(Frozen):
    """The folder of content and what is read from it."""

    folder: str

    def text(self, *names: str) -> str:
        """One file of the content as text."""
        path = os.path.join(self.folder, *names)
        with raises_not_stored(path, ""), open(path, encoding="utf-8") as file:
            return file.read()

    def table(self, *names: str) -> dict[str, Any]:
        """One TOML file of the content, parsed."""
        import marshal

        text = self.text(*names)
        if text not in _PARSED:
            import tomllib

            _PARSED[text] = marshal.dumps(tomllib.loads(text))
        found: dict[str, Any] = marshal.loads(_PARSED[text])
        return found

    def values(self, name: str, make: Callable[[Content], Any] | None = None) -> Any:
        """The plain values of this name: as compiled, or else made; of the sources, if not said."""
        compiled = read_compiled(self.folder, name)
        if compiled is not None:
            return compiled.values
        return (make or _from_sources(name))(self)

    def parts(
        self, file: str, found: bytes | tuple[str, ...], otherwise: Callable[[], Parts]
    ) -> Parts:
        """The parts of a table, of which a compiled form has the index alone, and `file` the rest.

        `otherwise` makes them where the file does not hold what the index says.
        """
        if not isinstance(found, bytes):
            return found
        from pmpath.storage.stored_parts import StoredParts

        return StoredParts(os.path.join(self.folder, FOLDER, file), found, otherwise)

    def vocabulary(self) -> Vocabulary:
        """What `log` knows, without a TOML parser: tracks, hints and the keys of notes."""
        from pmpath.domain.language.sections import lexicon_in

        tracks, hints, note_keys, (found, titles, lists) = self.values("vocabulary")
        forms = self.parts(FORMS, found, lambda: _from_sources("vocabulary")(self)[-1][0])
        lexicon = lexicon_in(forms, titles, lists)
        return Vocabulary(tracks, hints, frozenset(note_keys), lexicon)

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
        from pmpath.domain.content.known_words import shelves_from
        from pmpath.domain.content.late import late_table

        tables, rows = self.values("catalog")
        tracks = catalog.tracks_from(tables["tracks"])
        actions = catalog.actions_of_rows(rows)
        milestones = catalog.milestones_from(tables["milestones"])
        phases = catalog.phases_from(tables["phases"])
        early = catalog.early_from(tables["early"])
        reminders = catalog.reminders_from(tables["reminders"])
        concerns = concerns_from(tables["findings"])
        shelves = shelves_from(tables["books"])
        # By these, lines are understood, with clues that were compiled.
        cautions = late_table(lambda: self.values("cautions"))
        groups = late_table(lambda: self.values("groups"))
        return catalog.Catalog(
            tracks,
            actions,
            milestones,
            phases,
            early,
            reminders,
            concerns,
            shelves,
            cautions,
            groups,
            late_table(lambda: self.values("statement")),
            late_table(lambda: self.values("verbs")),
            late_table(lambda: self.values("understood")),
        )

    def questions(self) -> tuple[Question, ...]:
        """The questions of the reality check, in the order in which they are asked."""
        from pmpath.domain.content.questions import questions_from

        return questions_from(self.values("questions"))

    def talks(self) -> tuple[Talk, ...]:
        """The talks that `prepare` has words for, in the order in which they are listed."""
        from pmpath.domain.content.talks import talks_from

        return talks_from(self.values("talks"))

    def interview(self) -> tuple[InterviewQuestion, ...]:
        """The questions of an interview that `wins --stories` looks for answers to."""
        from pmpath.domain.content.interview import interview_from

        return interview_from(self.values("interview"))

    def reading(self) -> ReadingList:
        """The reading list, and the areas of the job."""
        from pmpath.domain.content.reading import reading_from

        return reading_from(*self.values("reading"))

    def messages(self) -> Messages:
        """The messages that `prepare` fills in."""
        from pmpath.domain.content.messages import messages_from

        return messages_from(self.values("talks"))

    def reasons(self) -> Reasons:
        """What `why` explains beyond the catalog."""
        from pmpath.domain.content.reasons import reasons_from

        return reasons_from(*self.values("reasons"))

    def action_titles(self) -> dict[str, tuple[str, int]]:
        """Title and minutes of every action, for `log --did`."""
        return {key: (one.title, one.minutes) for key, one in self.catalog().actions.items()}


def _from_sources(name: str) -> Callable[[Content], Any]:
    """What makes these plain values of the files that a person edits."""

    def make(content: Content) -> Any:
        from pmpath.storage.content_sources import VALUES

        return VALUES[name](content)

    return make


def content() -> Content:
    """The content that comes with this program; raises NotStored when it is not there."""
    return Content(content_folder())
