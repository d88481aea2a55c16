"""The formula of a rule that asks what is known of memory at the places that it finds."""

from __future__ import annotations

from dataclasses import dataclass

from guards.code.engine.formula import Formula
from guards.code.engine.source import Code, Hit

from .walk import facts_of


@dataclass(frozen=True, slots=True)
class MemoryFormula:
    """The places of `formula` of which `asked` is known."""

    formula: Formula
    asked: str

    def literals(self) -> frozenset[str] | None:
        """Words of which at least one stands in every code that matches; None: there are none to look for."""
        return self.formula.literals()

    def find(self, code: Code) -> list[Hit]:
        if not self.formula.needs <= code.words or (self.formula.kind and self.formula.kind not in code.by_kind):
            return []
        if code.memory is None:
            code.memory = facts_of(code)
        if self.asked not in code.memory.kinds and self.asked != "unless fits":
            return []
        return [hit for hit in self.formula.find(code) if code.memory.holds(hit.first, self.asked)]
