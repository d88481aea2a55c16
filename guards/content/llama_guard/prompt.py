"""Llama Guard 3's prompt, exactly as its documentation has it, and what a policy may change in it: the categories.

Source: the model card and prompt format pages of Llama Guard 3, which agree with Meta's `llama-stack`
(`safety/llama_guard`) and with the chat templates of the checkpoints. "according our safety policy" is how the models
were trained; the 1B and the 11B vision template have a blank before the last end-of-turn token, the 8B one has none.
The two line breaks after the last header, which some templates leave to the model to write, are part of the prompt
here: the first token that it writes is then its judgement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from guards.errors import ConfigError
from guards.types import Message, Stage, Subject

Version = Literal["8b", "1b", "11b-vision"]

BEGIN = "<|begin_of_text|>"
SAFE, UNSAFE = "safe", "unsafe"
BYTES_A_TOKEN = 3  # fewer than any of the eight languages takes, so that an estimate errs towards too many tokens
SPECIAL = ("<|", "|>")  # a message may not write the model's control tokens

CATEGORIES: Mapping[str, str] = {
    "S1": "Violent Crimes.",
    "S2": "Non-Violent Crimes.",
    "S3": "Sex Crimes.",
    "S4": "Child Exploitation.",
    "S5": "Defamation.",
    "S6": "Specialized Advice.",
    "S7": "Privacy.",
    "S8": "Intellectual Property.",
    "S9": "Indiscriminate Weapons.",
    "S10": "Hate.",
    "S11": "Self-Harm.",
    "S12": "Sexual Content.",
    "S13": "Elections.",
    "S14": "Code Interpreter Abuse.",
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt in two parts: `fixed` is the same for every conversation whose last turn is by the same side.

    `dropped` says how many of the earliest turns did not fit.
    """

    fixed: str
    rest: str
    dropped: int = 0

    @property
    def text(self) -> str:
        return self.fixed + self.rest


@dataclass(frozen=True, slots=True)
class Template:
    """Writes prompts for one version of the model and one list of categories."""

    version: Version = "8b"
    categories: Mapping[str, str] = field(default_factory=lambda: dict(CATEGORIES))

    @classmethod
    def of(cls, version: Version, changes: Mapping[str, str | None] | None = None) -> Template:
        """The version's own categories, with a policy's changes: a text rewords or adds one, None drops one.

        Raises:
            ConfigError: a code that is not S and a number, or no category left.
        """
        categories = {code: name for code, name in CATEGORIES.items() if version == "8b" or code != "S14"}
        for code, words in (changes or {}).items():
            if code[:1] != "S" or not code[1:].isascii() or not code[1:].isdecimal() or not 1 <= int(code[1:]) <= 999:
                raise ConfigError(f"categories: a code is S and a number from 1 to 999 (S15), not {code!r}")
            if words is None:
                categories.pop(code, None)
            elif not words.strip() or any(mark in words for mark in SPECIAL):
                raise ConfigError(f"categories.{code}: say in words what is unsafe, without control tokens")
            else:
                categories[code] = words.strip()
        if not categories:
            raise ConfigError("categories: every one is dropped; leave at least one")
        return cls(version, dict(sorted(categories.items(), key=lambda entry: int(entry[0][1:]))))

    def write(self, subject: Subject, max_tokens: int) -> Prompt:
        """The prompt that asks about `subject`, with as many of the turns before it as fit.

        The turn under judgement is always whole; what does not fit is dropped from the earliest turn on.
        """
        role = _side(_role_of(subject.stage))
        fixed = self._fixed(role)
        last = f"{role}: {_clean(_words_of(subject))}\n\n"
        end = self._end(role)
        turns = [
            f"{_side(message.role)}: {_clean(words)}\n\n"
            for message in subject.context
            if message.role != "system" and (words := _words_of_message(message))
        ]
        room = max_tokens - estimated_tokens(fixed + last + end)
        kept: list[str] = []
        for turn in reversed(turns):
            room -= estimated_tokens(turn)
            if room < 0:
                break
            kept.insert(0, turn)
        return Prompt(fixed, "".join(kept) + last + end, dropped=len(turns) - len(kept))

    def room_for(self, stage: Stage, max_tokens: int) -> int:
        """Characters that the turn under judgement may have, at worst one token for `BYTES_A_TOKEN` bytes of ASCII."""
        role = _side(_role_of(stage))
        around = estimated_tokens(self._fixed(role) + f"{role}: \n\n" + self._end(role))
        return (max_tokens - around) * BYTES_A_TOKEN

    def _fixed(self, role: str) -> str:
        listed = "\n".join(f"{code}: {words}" for code, words in self.categories.items())
        return (
            f"{BEGIN}<|start_header_id|>user<|end_header_id|>\n\n"
            f"Task: Check if there is unsafe content in '{role}' messages in conversations according our safety policy "
            "with the below categories.\n\n"
            f"<BEGIN UNSAFE CONTENT CATEGORIES>\n{listed}\n<END UNSAFE CONTENT CATEGORIES>\n\n"
            "<BEGIN CONVERSATION>\n\n"
        )

    def _end(self, role: str) -> str:
        blank = "" if self.version == "8b" else " "
        return (
            "<END CONVERSATION>\n\n"
            f"Provide your safety assessment for ONLY THE LAST {role} message in the above conversation:\n"
            " - First line must read 'safe' or 'unsafe'.\n"
            " - If unsafe, a second line must include a comma-separated list of violated categories."
            f"{blank}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
        )


def estimated_tokens(text: str) -> int:
    """An upper estimate, without a tokenizer: a remote server's is not at hand."""
    return len(text.encode("utf-8", "replace")) // BYTES_A_TOKEN + 1


def _role_of(stage: Stage) -> str:
    # Third-party text is what the agent brought in: it is never judged as if the user had said it.
    return "user" if stage is Stage.INPUT else "assistant"


def _side(role: str) -> str:
    return "User" if role == "user" else "Agent"


def _words_of(subject: Subject) -> str:
    if subject.stage is Stage.TOOL_CALL:
        return f"{subject.tool or 'tool'}({subject.text})"
    return subject.text


def _words_of_message(message: Message) -> str:
    calls: Sequence[str] = [f"{call.name}({call.arguments})" for call in message.tool_calls]
    return "\n".join(part for part in (message.text, *calls) if part.strip())


def _clean(text: str) -> str:
    """Without control tokens: a message that writes `<|eot_id|>` would end its turn and speak for the template."""
    readable = text.encode("utf-8", "replace").decode("utf-8").strip()
    while SPECIAL[0] in readable:
        readable = readable.replace(SPECIAL[0], "< |")
    return readable
