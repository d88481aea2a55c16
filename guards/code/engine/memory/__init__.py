"""What C and C++ programs do to memory: blocks of a known size, where pointers lead in them, and who releases them."""

from .asked import MemoryFormula
from .facts import TELLS

__all__ = ["TELLS", "MemoryFormula"]
