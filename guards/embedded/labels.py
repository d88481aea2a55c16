"""The order of the embedded model's outputs and inputs, shared by training and serving."""

from __future__ import annotations

from guards.types import Stage

INJECTION_LABELS = ("benign", "injection", "jailbreak")
CATEGORIES = tuple(f"S{number}" for number in range(1, 15))
ROLES = ("user", "assistant", "document")
ATTACKED = ("user", "document")  # roles in which a likely attack is read twice: few attack a model by its own replies
LANGUAGES = ("en", "fr", "de", "hi", "it", "pt", "es", "th")

CATEGORY_NAMES = {
    "S1": "Violent Crimes",
    "S2": "Non-Violent Crimes",
    "S3": "Sex-Related Crimes",
    "S4": "Child Sexual Exploitation",
    "S5": "Defamation",
    "S6": "Specialized Advice",
    "S7": "Privacy",
    "S8": "Intellectual Property",
    "S9": "Indiscriminate Weapons",
    "S10": "Hate",
    "S11": "Suicide & Self-Harm",
    "S12": "Sexual Content",
    "S13": "Elections",
    "S14": "Code Interpreter Abuse",
}  # Source: the Llama Guard 3 model card's hazard taxonomy

ROLE_OF_STAGE = {
    Stage.INPUT: ROLES.index("user"),
    Stage.OUTPUT: ROLES.index("assistant"),
    Stage.DOCUMENT: ROLES.index("document"),
    Stage.TOOL_CALL: ROLES.index("assistant"),
}
