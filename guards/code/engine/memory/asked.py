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
        hits = self.formula.find(code)
        if not hits:
            return []
        if code.memory is None:
            code.memory = facts_of(code)
        return [hit for hit in hits if code.memory.holds(hit.first, self.asked)]
