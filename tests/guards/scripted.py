"""A guard that does as a test tells it, with a policy that asks it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

from guards.errors import Expired, GuardError, Overloaded
from guards.policy import Policy, parse_policy
from guards.types import Budget, Exchange, Finding, Message, Subject

BUDGET_MS = 150.0


def finding(score: float = 0.95, **more: object) -> Finding:
    return Finding(score=score, message="seen", category="injection", **more)  # type: ignore[arg-type]


class Scripted:
    """A guard that does as it is told."""

    context_free = True

    def __init__(self, name: str, behaviour: str = "answer", score: float = 0.95, revision: str = "1") -> None:
        self.name, self.revision = name, revision
        self.behaviour, self.score = behaviour, score
        self.calls = 0
        self.release = threading.Event()

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        self.calls += 1
        match self.behaviour:
            case "answer":
                return [finding(self.score)]
            case "nothing":
                return []
            case "sleep":
                await asyncio.sleep(60)
            case "block":
                self.release.wait(60)
            case "raise":
                raise RuntimeError(subject.text)
            case "guard-error":
                raise GuardError("the model's file is gone")
            case "overloaded":
                raise Overloaded("its queue is full")
            case "expired":
                raise Expired("no turn came")
            case "exit":
                raise SystemExit(3)
            case "cancelled":
                raise asyncio.CancelledError
            case "none":
                return None  # type: ignore[return-value]
            case "words":
                return "safe"  # type: ignore[return-value]
            case "mixed":
                return [finding(), "safe"]  # type: ignore[list-item]
            case "beyond":
                return [finding(span=(0, 10_000))]
            case "stubborn":
                while not self.release.is_set():
                    try:
                        await asyncio.sleep(0.01)
                    except asyncio.CancelledError:
                        continue
        return []


def policy_for(names: Sequence[str], **extra: str) -> Policy:
    lines = ["version: 1", "name: test", f"budget_ms: {BUDGET_MS}", *(f"{k}: {v}" for k, v in extra.items()), "guards:"]
    for name in names:
        lines += [f"  {name}:", "    stages: [input, document]", "    thresholds: {injection: {flag: 0.5, block: 0.9}}"]
        lines += ["    on_timeout: flag", "    on_error: block", "    on_shed: redact"]
    return parse_policy("\n".join(lines))


def say(text: str = "hello there") -> Exchange:
    return Exchange((Message("user", text),))
