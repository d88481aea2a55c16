"""Every disguise on harmless rows as often as on harmful ones, so that the dress is no sign of either.

What nobody can read before it is undone (base64, letters set apart, ...) stands on harmless rows only: the guards judge
the text as written beside what it says, and it is what it says that must be found harmful.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guards.lab.disguises import DISGUISES, READABLE
from guards.lab.rows import Row

EACH = 260  # rows of a disguise, task and side
CHARS = 400
HARMLESS = frozenset({"safe", "benign"})


def rows(given: Sequence[Row], seed: int) -> Iterator[Row]:
    """Disguised copies of `given`'s rows of role `user`: as many harmful as harmless."""
    rng = random.Random(f"disguised/{seed}")
    pools: dict[tuple[str, bool], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in given:
        if row.role == "user" and row.text.strip():
            pools[row.task, row.label in HARMLESS][row.language].append(row)
    for name, disguise in DISGUISES.items():
        if name == "none":
            continue
        for (task, harmless), languages in sorted(pools.items()):
            for number in range(EACH if harmless or name in READABLE else 0):
                row = rng.choice(languages[rng.choice(sorted(languages))])
                plain = row.text[:CHARS]
                text = disguise(plain)
                if text != plain:
                    source, key = f"gen:{task}/disguised", f"gen:disguised:{name}:{task}:{harmless}:{number}"
                    yield replace(row, id=key, text=text, source=source)
