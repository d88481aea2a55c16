"""The small model that ships with Corral; see MODEL_CARD.md beside this file."""

from .engine import WindowScores
from .guard import EmbeddedGuard
from .labels import CATEGORIES, CATEGORY_NAMES, INJECTION_LABELS, LANGUAGES, ROLE_OF_STAGE, ROLES
from .model import EmbeddedModel

__all__ = [
    "CATEGORIES",
    "CATEGORY_NAMES",
    "INJECTION_LABELS",
    "LANGUAGES",
    "ROLES",
    "ROLE_OF_STAGE",
    "EmbeddedGuard",
    "EmbeddedModel",
    "WindowScores",
]
