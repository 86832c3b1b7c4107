from __future__ import annotations

import pytest

from pmpath.domain.errors import UsageError
from pmpath.domain.people import function_of, key_of, name_of, person_from
from tests.language.known import read


@pytest.mark.parametrize(
    ("token", "label"),
    [
        ("@lena", "Lena"),
        ("@lena:pm", "Lena (PM)"),
        ("@Lena:PM", "Lena (PM)"),
        ("@lena(PM)", "Lena (PM)"),
        ("@lena(head of sales)", "Lena (head of sales)"),
        ("@jörg_müller:pm", "Jörg Müller (PM)"),
        ("@vera_holm:vp_sales", "Vera Holm (VP sales)"),
        ("@mcKay", "mcKay"),
        ("@LENA", "LENA"),
        ("@o'brien", "O'Brien"),
        ("@lena's", "Lena"),
        ("@lena’s", "Lena"),
        ("@李明:pm", "李明 (PM)"),
        ("@lena,", "Lena"),
        ("@lena:pm.", "Lena (PM)"),
        ("@lena:pm:", "Lena (PM)"),
        ("@lena(PM):", "Lena (PM)"),
        ("@lena(PM),", "Lena (PM)"),
        ("@lena)", "Lena"),
        ('@lena"', "Lena"),
        ("@lena…", "Lena"),
        ("@lena()", "Lena"),
        ("@lena:", "Lena"),
    ],
)
def test_a_token_becomes_a_label(token: str, label: str) -> None:
    """However somebody is typed, the log has one form: the name, then the function in brackets."""
    assert person_from(token) == label


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        ("@_", "@_ has no name in it."),
        ("@:pm", "@:pm has no name in it."),
        ("@(PM)", "@(PM) has no name in it."),
        ("@...", "@... has no name in it."),
        ("@lena(PM", "@lena(PM has no closing bracket."),
    ],
)
def test_a_token_without_a_name_is_refused(token: str, sentence: str) -> None:
    """A sign with nobody behind it is refused instead of kept as a person without a name."""
    with pytest.raises(UsageError) as caught:
        person_from(token)
    assert caught.value.sentence == sentence


def test_one_person_has_one_key() -> None:
    """Capitals, spaces and the function do not make a second person; another name does."""
    same = {key_of(label) for label in ("Lena", "LENA (PM)", "lena  (head of sales)", "lena")}
    assert same == {"lena"}
    assert key_of("Lena Holm") != key_of("Lena")


def test_a_label_comes_apart_again() -> None:
    """Name and function can be told from the label alone."""
    assert (name_of("Jörg Müller (PM)"), function_of("Jörg Müller (PM)")) == ("Jörg Müller", "pm")
    assert (name_of("Lena"), function_of("Lena")) == ("Lena", "")


def test_people_glued_by_a_sign_are_several() -> None:
    """A comma, a slash or a plus between two @ words parts them."""
    for glued in ("@lena,@tomas", "@lena/@tomas", "@lena+@tomas", "@lena&@tomas"):
        assert read(f"lunch {glued} 1h").people == ("Lena", "Tomas"), glued
    assert read("@lena:pm+@jo:sales").people == ("Lena (PM)", "Jo (sales)")


def test_an_accent_of_its_own_makes_nobody_new() -> None:
    """Jörg typed with a combining accent is Jörg."""
    assert key_of("Jo\u0308rg") == key_of("J\u00f6rg (PM)")
