"""The policy document: what a YAML file may say. Unknown keys are refused, so a typo is never a silent default."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator, model_validator

from ..errors import PolicyError
from ..types import Action, Stage, Treatment
from .tiers import GUARD_OF_KIND, TierEntry, check_ladder

Score = Annotated[float, Field(ge=0.0, le=1.0)]
FieldName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.]{1,200}$")]
Mark = Annotated[str, Field(min_length=2, max_length=200)]
Delimiters = tuple[Mark, Mark]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Levels(_Strict):
    """At or above which raw score a category is flagged, redacted, blocked; a level left out never applies."""

    flag: Score | None = None
    redact: Score | None = None
    block: Score | None = None

    def reached(self, score: float) -> tuple[Action, float] | None:
        """The strongest action whose threshold `score` reaches, with that threshold."""
        for action in (Action.BLOCK, Action.REDACT, Action.FLAG):
            threshold = getattr(self, action.value)
            if threshold is not None and score >= threshold:
                return action, threshold
        return None


Thresholds = dict[str, Levels]


class Where(_Strict):
    """Thresholds for one stage, one language, one tier, or several of these; later entries win over earlier ones."""

    stage: Stage | None = None
    language: str | None = Field(
        default=None, description="ISO 639-1 (th), of the text as it is guessed: a few words in Latin script have none"
    )
    tier: str | None = Field(default=None, description="which engine answered: its scores have a scale of their own")
    thresholds: Thresholds


class GuardPolicy(_Strict):
    """What one guard's findings mean."""

    stages: frozenset[Stage] = Field(description="where it judges: at any other stage it is not asked")
    action: Action = Field(default=Action.BLOCK, description="what a threshold given as a bare number does")
    thresholds: Thresholds = Field(
        default_factory=dict, description="by category (S1, jailbreak, unsafe ...); `*` is every one not named"
    )
    where: tuple[Where, ...] = Field(default=(), description="other thresholds for a stage, a language or a tier")
    treatments: dict[Treatment, Action] = Field(
        default={"block": Action.BLOCK, "warn": Action.FLAG},
        description="code guard: what the treatment that a rule's author recommends becomes",
    )
    rules: dict[str, Action] = Field(default_factory=dict, description="code guard: by rule id, over `treatments`")
    min_confidence: Score = Field(default=0.0, description="code guard: findings below it are allowed")
    rule_folders: tuple[str, ...] = Field(
        default=(), description="code guard: your own Semgrep rules, files or folders, relative to this policy"
    )
    tiers: tuple[TierEntry, ...] = Field(
        default=(TierEntry(embedded=True),), description="the engines, cheapest first; the next is asked within `band`"
    )
    band: tuple[Score, Score] | None = Field(default=None, description="scores at which the next tier is asked")
    always: bool = Field(default=False, description="every tier is asked whatever the one below says")
    on_timeout: Action = Field(default=Action.FLAG, description="what it means that no tier answered in the budget")
    on_error: Action = Field(default=Action.BLOCK, description="what it means that it failed")
    on_shed: Action = Field(default=Action.FLAG, description="what it means that its queue was full")
    on_degraded: Action = Field(
        default=Action.FLAG, description="a tier that was asked failed or was late, and the one below it answered"
    )

    @model_validator(mode="before")
    @classmethod
    def _bare_numbers(cls, data: Any) -> Any:
        """`unsafe: 0.9` is short for `unsafe: {<action>: 0.9}`."""
        if not isinstance(data, dict):
            return data
        action = str(data.get("action", Action.BLOCK))

        def spelled_out(thresholds: Any) -> Any:
            if not isinstance(thresholds, dict):
                return thresholds
            numbers = (int, float)
            return {
                category: {action: level} if isinstance(level, numbers) and not isinstance(level, bool) else level
                for category, level in thresholds.items()
            }

        data = dict(data)
        if "thresholds" in data:
            data["thresholds"] = spelled_out(data["thresholds"])
        if isinstance(data.get("where"), list):
            data["where"] = [
                {**entry, "thresholds": spelled_out(entry.get("thresholds"))} if isinstance(entry, dict) else entry
                for entry in data["where"]
            ]
        return data

    @model_validator(mode="after")
    def _ladder(self) -> GuardPolicy:
        check_ladder(self.tiers, self.band, self.always)
        return self

    @field_validator("action")
    @classmethod
    def _acts(cls, action: Action) -> Action:
        if action is Action.ALLOW:
            raise ValueError("a threshold whose action is 'allow' does nothing; use flag, redact or block")
        return action

    def levels(self, category: str, stage: Stage, language: str | None, tier: str | None = None) -> Levels | None:
        """The levels that hold for `category` here; ``*`` stands for every category not named."""
        found = self.thresholds.get(category, self.thresholds.get("*"))
        for entry in self.where:
            if entry.stage in (None, stage) and entry.language in (None, language) and entry.tier in (None, tier):
                found = entry.thresholds.get(category, found)
        return found


class Blocked(_Strict):
    """How a block looks to the client."""

    style: Literal["refusal", "error"] = Field(
        default="refusal", description="an answer that refuses, or an error object in the API's own form"
    )
    message: str = Field(
        default="I can't help with that: this deployment's safety policy stopped it.", description="the refusal's words"
    )
    explain: bool = Field(default=True, description="put the verdict's reasons into the answer's `corral` member")


class Stream(_Strict):
    """How streamed output is held back until it was judged."""

    window_chars: int = Field(default=400, ge=40, le=20_000, description="judged at the latest after so much new text")
    overlap_chars: int = Field(default=200, ge=0, le=20_000, description="already released text judged again with it")
    whole_chars: int = Field(
        default=64_000, ge=0, le=1_000_000,
        description="each time the text has doubled, all of it is judged again, at most its last so many characters",
    )  # fmt: skip
    max_hold_ms: int = Field(default=1_000, ge=10, le=60_000, description="longest wait for a sentence's end")
    max_code_chars: int = Field(
        default=20_000, ge=400, le=1_000_000,
        description="a code block or a tool call is held until it is whole, or so long",
    )  # fmt: skip
    max_code_ms: int = Field(default=60_000, ge=10, le=600_000, description="and is held no longer than this")
    on_late: Literal["hold", "release-flagged", "stop"] = Field(
        default="release-flagged", description="what becomes of text that a guard did not judge in time"
    )
    max_late_ms: int = Field(default=5_000, ge=10, le=600_000, description="`on_late: hold` holds so long, then stops")


class Notes(_Strict):
    """What the reader of an answer is told about insecure code in it that is shown all the same."""

    code: Literal["annotate", "comment", "headers"] = Field(
        default="headers",
        description="annotate: a note after the block; comment: comments at the block's end, in the code's own syntax;"
        " headers: the answer's text stays as it is, the verdict's header and the `corral` member tell",
    )
    fixes: bool = Field(default=True, description="offer a rule's safe rewrite in the note, where it has one")


class Log(_Strict):
    """What the decision log may hold."""

    text: bool = Field(default=False, description="keep prompts and answers in it, not only their hashes")


class Selector(_Strict):
    """Another policy for some requests: every field given must match."""

    path: str | None = Field(default=None, description="the door: /v1/chat/completions")
    key: str | None = Field(default=None, description="the name of the caller's API key")
    model: str | None = Field(default=None, description="the model that is asked for")
    policy: str = Field(description="a policy file, relative to this one")


class Policy(_Strict):
    """What is judged, by which guards, and what their findings mean. Made by `guards.policy.load_policy`."""

    version: Literal[1]
    name: str = Field(min_length=1, max_length=64, description="in verdicts, logs and metrics")
    mode: Literal["enforce", "monitor"] = Field(
        default="enforce", description="monitor: judge and tell, never stop anything"
    )
    budget_ms: float = Field(
        default=200.0,
        gt=0,
        le=60_000,
        description="for all guards of one verdict together; for over 10,000 characters or 32 texts, as much more",
    )
    history: Literal["all", "last_turn"] = Field(
        default="all",
        description="last_turn: earlier turns are context alone; a client that writes its own history gets past this",
    )
    non_text: Literal["refuse", "pass"] = Field(default="refuse", description="images, audio and files in a message")
    order: Literal["strict", "speculative"] = Field(
        default="strict",
        description="speculative: the upstream is asked at once, its answer held until the input was judged",
    )
    pass_fields: frozenset[FieldName] = Field(
        default=frozenset(),
        description="fields of a request that nothing here can judge, passed on all the same; `tools`, where you alone"
        " write them, and other fields that are no messages, are then not judged",
    )
    document_delimiters: tuple[Delimiters, ...] = Field(
        default=(),
        description="pairs of strings: what stands between them in a prompt is third-party text. Who may write a prompt"
        " may write these marks too, so name only marks that your application takes out of what its users type",
    )
    guards: dict[str, GuardPolicy]
    blocked: Blocked = Blocked()
    stream: Stream = Stream()
    notes: Notes = Notes()
    log: Log = Log()
    others: tuple[Selector, ...] = Field(
        default=(), description="other policies for some requests; the first that fits"
    )

    _revision: str = PrivateAttr(default="")
    _chosen: tuple[tuple[Selector, Policy], ...] = PrivateAttr(default=())
    _source: Path | None = PrivateAttr(default=None)

    @field_validator("guards")
    @classmethod
    def _engines_fit(cls, guards: dict[str, GuardPolicy]) -> dict[str, GuardPolicy]:
        for name, rules in guards.items():
            for tier in rules.tiers:
                if GUARD_OF_KIND.get(tier.kind, name) != name:
                    raise ValueError(f"{name}: {tier.kind} is a tier of the {GUARD_OF_KIND[tier.kind]} guard")
        return guards

    @field_validator("document_delimiters")
    @classmethod
    def _marks_apart(cls, pairs: tuple[Delimiters, ...]) -> tuple[Delimiters, ...]:
        openings = [opening for opening, _ in pairs]
        if len(set(openings)) < len(openings):
            raise ValueError("two pairs begin with the same mark; nothing could tell which one ends it")
        if any(not mark.strip() for pair in pairs for mark in pair):
            raise ValueError("a mark of blanks alone would be found everywhere")
        return pairs

    def documents_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """The stretches ``text[start:end]`` between this policy's document marks; an unclosed one is none."""
        if not self.document_delimiters:
            return ()
        closings = dict(self.document_delimiters)
        longest_first = sorted(closings, key=len, reverse=True)
        opening = re.compile("|".join(map(re.escape, longest_first)))
        found: list[tuple[int, int]] = []
        unclosed: set[str] = set()
        at = 0
        while (mark := opening.search(text, at)) is not None:
            at = mark.end()
            if mark[0] in unclosed:
                continue
            end = text.find(closings[mark[0]], at)
            if end < 0:
                unclosed.add(mark[0])
                continue
            found.append((at, end))
            at = end + len(closings[mark[0]])
        return tuple(found)

    @property
    def by_language(self) -> bool:
        """Whether any threshold is for texts of one language alone."""
        return any(entry.language is not None for rules in self.guards.values() for entry in rules.where)

    def withholds(self, stage: Stage, guard: str) -> bool:
        """Whether a finding of `guard` at `stage` may keep a text from being shown."""
        rules = self.guards.get(guard)
        if rules is None or stage not in rules.stages or self.mode == "monitor":
            return False
        acts = {*rules.treatments.values(), *rules.rules.values()}
        return bool(acts & {Action.BLOCK, Action.REDACT})

    @property
    def revision(self) -> str:
        """A hash of what the document says, comments and order of keys apart."""
        return self._revision

    @cached_property
    def label(self) -> str:
        """The name and the revision, as verdicts tell them."""
        return f"{self.name}@{self.revision}"

    @property
    def source(self) -> Path | None:
        return self._source

    def others_chosen(self) -> tuple[tuple[Selector, Policy], ...]:
        """The policies that `others` name, read, each with what selects it."""
        return self._chosen

    def sources(self) -> tuple[Path, ...]:
        """The files that this policy was read from, those that `others` name among them."""
        return tuple(one.source for one in (self, *(child for _, child in self._chosen)) if one.source is not None)

    def rule_folders(self) -> tuple[Path, ...]:
        """The folders of rules that this policy, or one that it names for some requests, adds to those that ship.

        They are loaded once for all requests: `rules: {ID: allow}` turns a rule off where it is not wanted.

        Raises:
            PolicyError: there is nothing where a folder should be.
        """
        found: dict[Path, None] = {}
        for policy in (self, *(child for _, child in self._chosen)):
            base = policy.source.parent if policy.source else Path()
            for rules in policy.guards.values():
                for name in rules.rule_folders:
                    path = base / name
                    if not path.exists():
                        raise PolicyError(f"rule_folders: there is no {path}", file=str(policy.source or policy.name))
                    found[path] = None
        return tuple(found)

    def select(self, *, path: str = "", key: str | None = None, model: str | None = None) -> Policy:
        """The policy for a request: the first of `others` that matches, else this one."""
        for selector, policy in self._chosen:
            wanted = ((selector.path, path), (selector.key, key), (selector.model, model))
            if all(want is None or want == got for want, got in wanted):
                return policy
        return self
