"""The code guard: insecure code in what a model writes."""

from .engine import Engine, Match, Rule, ScanResult
from .guard import CodeGuard, DeepCodeGuard
from .scanner import Scanner

__all__ = ["CodeGuard", "DeepCodeGuard", "Engine", "Match", "Rule", "ScanResult", "Scanner"]
