"""Hate phrases: nouns in the form that a line asks for, and spellings that harmless rows share."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from guards.embedded.labels import LANGUAGES
from guards.lab.generate import hate
from guards.lab.generate.forms import filled
from guards.lab.generate.spelling import misspelt
from guards.lab.generate.texts import sections


@pytest.mark.parametrize(
    ("language", "line", "entry", "text"),
    [
        ("it", "Ho paura di {group} e parlo a {group}.", "gli ebrei", "Ho paura degli ebrei e parlo agli ebrei."),
        ("it", "La casa di {group} in {group}", "le donne", "La casa delle donne nelle donne"),
        ("it", "A {group} da {group} e su {group}", "i rom", "Ai rom dai rom e sui rom"),
        ("fr", "La peur de {group}, merci à {group}", "les Roms", "La peur des Roms, merci aux Roms"),
        (
            "pt",
            "a casa de {group}, em {group}, por {group}",
            "os judeus",
            "a casa dos judeus, nos judeus, pelos judeus",
        ),
        ("fr", "Plus que {group}, près de {group}", "une femme", "Plus qu'une femme, près d'une femme"),
        ("pt", "{group} respondem a {group}", "as mulheres", "as mulheres respondem às mulheres"),
        ("es", "la casa de {group}", "los gitanos", "la casa de los gitanos"),
        ("en", "The home of {group}", "women", "The home of women"),
    ],
)
def test_a_preposition_joins_the_article_after_it(language: str, line: str, entry: str, text: str) -> None:
    assert filled(line, [entry], "group", language, random.Random(0)) == text


def test_a_line_is_filled_only_from_entries_that_have_its_forms() -> None:
    entries = ["i neri", "le donne | one: una donna | e: e"]
    rng = random.Random(0)
    drawn = {filled("{group} sono tutt{e}, anche {one}", entries, "group", "it", rng) for _ in range(30)}
    assert drawn == {"le donne sono tutte, anche una donna"}
    assert len({filled("{group}", entries, "group", "it", rng) for _ in range(30)}) == 2
    assert filled("no place", [], "group", "it", rng) == "no place"
    with pytest.raises(ValueError, match="kind"):
        filled("a {kind} one", entries, "group", "it", rng)


def test_misspellings_change_a_text_and_differ() -> None:
    rng = random.Random(1)
    text = "They say that women should be quiet."
    made = {misspelt(text, rng) for _ in range(200)}
    assert len(made) > 60
    assert text.replace(" ", "") in made
    assert all(len(one) < 2 * len(text) for one in made)
    assert len({misspelt("ผู้หญิง คนนี้", rng) for _ in range(20)} - {"ผู้หญิง คนนี้"}) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_group_is_named_in_hateful_rows_alone(language: str) -> None:
    """Else the group's name would be learnt as hate itself."""
    rows = [(row.text.lower(), row.label) for row in hate.rows(1) if row.language == language]
    for entry in sections("hate", language)["groups"]:
        labels = Counter(label for text, label in rows if entry.split(" | ")[0].lower() in text)
        assert labels["safe"] > 0.1 * labels["unsafe"] > 0, (entry, labels)
