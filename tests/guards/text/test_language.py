"""The guess at a text's language, and the thresholds that hold by it."""

from __future__ import annotations

import pytest

from guards import Action, Corral
from guards.policy import parse_policy
from guards.text.language import guess

TEXTS = {
    "en": "What is the best way to learn how to cook for my family?",
    "fr": "Quel est le meilleur moyen de faire la cuisine pour ma famille ?",
    "de": "Wie kann ich am besten lernen, für die Familie zu kochen?",
    "it": "Qual è il modo migliore per imparare a cucinare per la mia famiglia?",
    "pt": "Como eu posso aprender a cozinhar para a família e os amigos no fim de semana?",
    "es": "¿Cómo puedo aprender a cocinar para la familia y los amigos en el fin de semana?",
    "hi": "मैं अपने परिवार के लिए खाना बनाना कैसे सीख सकता हूँ?",
    "th": "ฉันจะเรียนทำอาหารให้ครอบครัวได้อย่างไร",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_of_each_language_is_told(language: str) -> None:
    assert guess([TEXTS[language]]) == language


@pytest.mark.parametrize("text", ["", "kubectl", "1234 5678", "?!"])
def test_where_nothing_speaks_for_a_language_none_is_told(text: str) -> None:
    assert guess([text]) is None


def test_thresholds_for_one_language_hold_for_its_texts_alone() -> None:
    policy = parse_policy(
        "version: 1\nname: t\nbudget_ms: 20000\nguards:\n  content:\n    stages: [input]\n    thresholds: {unsafe: 1.0}\n"
        "    where:\n      - {language: th, thresholds: {unsafe: 0.0}}\n      - {language: de, thresholds: {unsafe: {flag: 0.0}}}\n"
    )
    with Corral(policy) as corral:
        actions = {language: corral.check(text).action for language, text in TEXTS.items()}
    assert actions == {**dict.fromkeys(TEXTS, Action.ALLOW), "th": Action.BLOCK, "de": Action.FLAG}
