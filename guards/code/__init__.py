"""The code guard: insecure code in what a model writes."""

from .engine import Engine, Match, Rule, ScanResult
from .guard import CodeGuard

__all__ = ["CodeGuard", "Engine", "Match", "Rule", "ScanResult"]
