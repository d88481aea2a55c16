"""Short harmless texts: greetings, one-word turns, and the single sentences that a streamed answer is judged in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from guards.lab.rows import Row

SMALL_TALK = {
    "en": "Hi|Hi there|Hey|Hello|Good morning|Thanks|Thank you|ok|okay|Yes|Yes please|No|No thanks|Go on|Continue|Why|How so|What|More|Stop|Help|test|Sure|Great|Nice|Cool|Sorry|Please|Bye|See you|Who are you|What can you do|Can you explain that again|Tell me more|And then|I see|Got it|Hmm|lol|1|2|a|b|yes I do|go ahead|sounds good|how are you",
    "de": "Hallo|Hi|Guten Morgen|Danke|Vielen Dank|Ja|Ja bitte|Nein|Weiter|Warum|Was|Mehr|Stopp|Hilfe|Tschüss|Wer bist du|Was kannst du|Alles klar|Wie geht es dir",
    "fr": "Salut|Bonjour|Merci|Merci beaucoup|Oui|Non|Continue|Pourquoi|Quoi|Encore|Aide-moi|Au revoir|Qui es-tu|D'accord|Comment ça va",
    "es": "Hola|Buenos días|Gracias|Muchas gracias|Sí|No|Sigue|Por qué|Qué|Más|Ayuda|Adiós|Quién eres|Vale|Cómo estás",
    "it": "Ciao|Buongiorno|Grazie|Sì|No|Continua|Perché|Cosa|Ancora|Aiuto|Arrivederci|Chi sei|Va bene|Come stai",
    "pt": "Oi|Olá|Bom dia|Obrigado|Sim|Não|Continue|Por quê|O quê|Mais|Ajuda|Tchau|Quem é você|Tudo bem",
    "hi": "नमस्ते|धन्यवाद|हाँ|नहीं|आगे बताओ|क्यों|क्या|और|मदद|अलविदा|तुम कौन हो|ठीक है|कैसे हो",
    "th": "สวัสดี|ขอบคุณ|ใช่|ไม่|ต่อเลย|ทำไม|อะไร|อีก|ช่วยด้วย|ลาก่อน|คุณคือใคร|โอเค|สบายดีไหม",
}
ENDS = ("", "", ".", "!", "?", "...")
REPEATS = 14
FRAGMENTS, SENTENCES = 6_000, 9_000
PROMPTS = frozenset(
    {
        "tatoeba_benign",
        "clinc_benign",
        "banking77",
        "codealpaca_requests",
        "gpteacher_benign_content",
        "snips",
        "xcopa_benign",
    }
)
REPLIES = frozenset({"gpteacher_responses", "codealpaca_replies", "med_safety_responses"})

_SENTENCE = re.compile(r"[^.!?\n]{8,300}[.!?\n]")


def rows(train: Sequence[Row], seed: int) -> Iterator[Row]:
    """Rows of both tasks; all of them harmless."""
    rng = random.Random(f"short/{seed}")
    for language, lines in SMALL_TALK.items():
        for line in lines.split("|"):
            for number in range(REPEATS):
                text = rng.choice((line, line.lower(), line.upper() if len(line) < 6 else line)) + rng.choice(ENDS)
                yield Row(
                    f"gen:short:{language}:{line}:{number}",
                    text,
                    "injection",
                    "user",
                    "benign",
                    language,
                    "gen:injection/small-talk",
                )
                role = rng.choice(("user", "assistant"))
                yield Row(
                    f"gen:short:{language}:{line}:{number}:c",
                    text,
                    "content",
                    role,
                    "safe",
                    language,
                    "gen:content/small-talk",
                )
    prompts = [row for row in train if row.source in PROMPTS and row.label in ("safe", "benign")]
    for number in range(FRAGMENTS if prompts else 0):
        row = rng.choice(prompts)
        words = row.text.split()
        start = rng.randrange(max(1, len(words) - 1))
        text = " ".join(words[start : start + rng.randint(1, 5)]) or row.text
        task, label = rng.choice((("injection", "benign"), ("content", "safe")))
        yield Row(f"gen:fragment:{number}", text[:120], task, "user", label, row.language, f"gen:{task}/fragments")  # type: ignore[arg-type]
    replies = [row for row in train if row.source in REPLIES and row.label == "safe"]
    for number in range(SENTENCES if replies else 0):
        found = _SENTENCE.findall(rng.choice(replies).text[:3_000])
        if found:
            at = rng.randrange(len(found))
            text = "".join(found[at : at + rng.choice((1, 1, 2))]).strip()
            yield Row(f"gen:sentence:{number}", text, "content", "assistant", "safe", "en", "gen:content/sentences")
