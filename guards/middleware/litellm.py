"""LiteLLM: a guardrail plug-in for its gateway, so that who has one keeps it.

guardrails:
  - guardrail_name: corral
    litellm_params: {guardrail: guards.middleware.litellm.CorralGuardrail, mode: [pre_call, post_call], default_on: true}
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from typing import Any, ClassVar

from fastapi import HTTPException
from litellm.integrations.custom_guardrail import CustomGuardrail

from ..answer import told
from ..corral import Corral
from ..dialects import Dialect
from ..dialects.chat import Chat
from ..dialects.completions import Completions
from ..dialects.embeddings import Embeddings
from ..dialects.messages import Messages
from ..dialects.responses import Responses
from ..errors import CorralError
from ..subjects import subjects_of
from ..types import Action, Message, ToolCall, Verdict
from .calls import error_json
from .spoken import Spoken

_DIALECTS: tuple[tuple[str, Dialect], ...] = (
    ("anthropic_messages", Messages()),
    ("responses", Responses()),
    ("embedding", Embeddings()),
    ("text_completion", Completions()),
    ("completion", Chat()),
)
_SAID = ("content", "reasoning_content")


class CorralGuardrail(CustomGuardrail):  # type: ignore[misc]
    """Judges prompts before a model is asked, and answers before they are shown, whole and streamed.

    A block is an error 400 with the verdict; a stream that is stopped ends with ``finish_reason: content_filter``. Chat
    completions are judged both ways; of other calls the request is, and an answer of theirs is refused.
    """

    use_native_lifecycle_hooks: ClassVar[bool] = True

    def __init__(self, corral: Corral | None = None, policy: str | None = None, **kwargs: Any) -> None:
        """`policy` is a policy file, for LiteLLM's own configuration."""
        self.corral = corral if corral is not None else Corral(policy)
        super().__init__(**kwargs)

    async def async_pre_call_hook(
        self, user_api_key_dict: Any, cache: Any, data: dict[str, Any], call_type: str
    ) -> dict[str, Any]:
        policy = self.corral.policy
        dialect = next((dialect for name, dialect in _DIALECTS if str(call_type).endswith(name)), None)
        if dialect is None:
            raise HTTPException(400, {"error": f"corral: a call of type {call_type} can't be judged"})
        fields = dialect.conversation | dialect.texts
        body = {name: value for name, value in data.items() if name in fields and value is not None}
        try:
            asked = dialect.read({"model": "m", **body}, policy)
        except CorralError as error:
            raise HTTPException(400, error_json(error)) from error
        verdict = await self.corral.pipeline.judge_subjects(subjects_of(asked.exchange, policy), policy)
        passed = asked.redacted(verdict) if verdict.action is Action.REDACT else asked.body
        if verdict.action is Action.BLOCK or passed is None:
            raise self._blocked(verdict)
        return {**data, **{name: value for name, value in passed.items() if name in body}}

    async def async_post_call_success_hook(self, data: dict[str, Any], user_api_key_dict: Any, response: Any) -> Any:
        choices = getattr(response, "choices", None)
        if not isinstance(choices, list):
            if hasattr(response, "data"):  # embeddings hold no words
                return response
            raise HTTPException(502, {"error": f"corral: {type(response).__name__} can't be judged"})
        for choice in choices:
            message = getattr(choice, "message", None)
            if message is None:
                choice.text = await self._replied(choice.text or "", data)
                continue
            for name in _SAID:
                if text := getattr(message, name, None):
                    setattr(message, name, await self._replied(text, data))
            calls = _calls(getattr(message, "tool_calls", None))
            spoken = self._spoken(data)
            for call in calls:
                await spoken.proposes(call)
            await spoken.ends()
            if spoken.stopped or spoken.calls != calls:  # a call with a part taken out is another call
                raise self._blocked(spoken.blocked().verdict)
        return response

    async def async_post_call_streaming_iterator_hook(
        self, user_api_key_dict: Any, response: Any, request_data: dict[str, Any]
    ) -> AsyncGenerator[Any, None]:
        channels: dict[tuple[int, str], Spoken] = {}
        calls: dict[tuple[int, int], list[Any]] = {}
        stopped: set[int] = set()
        async for item in response:
            choices = getattr(item, "choices", None)
            if not isinstance(choices, list) or any(getattr(choice, "delta", None) is None for choice in choices):
                raise HTTPException(502, {"error": f"corral: a stream of {type(item).__name__} can't be judged"})
            for choice in choices:
                delta, number = choice.delta, choice.index
                for piece in getattr(delta, "tool_calls", None) or ():
                    calls.setdefault((number, piece.index or 0), []).append(piece)
                if getattr(delta, "tool_calls", None):
                    delta.tool_calls = None  # shown whole, at the end
                ended = choice.finish_reason is not None
                for name in _SAID:
                    if (text := getattr(delta, name, None)) or (ended and (number, name) in channels):
                        spoken = channels.setdefault((number, name), self._spoken(request_data, whole=False))
                        shown = await spoken.says(text) if text and number not in stopped else ""
                        shown += await spoken.ends() if ended else ""
                        setattr(delta, name, "" if number in stopped else shown)
                        if spoken.stopped:
                            stopped.add(number)
                if ended and number not in stopped:
                    pieces = [piece for key, group in sorted(calls.items()) if key[0] == number for piece in group]
                    if await self._may_call(_joined(pieces), request_data):
                        delta.tool_calls = pieces or None
                    else:
                        stopped.add(number)
                if number in stopped:
                    choice.finish_reason = "content_filter"
            yield item
            if stopped and stopped >= {number for number, _ in channels}:
                return

    def _spoken(self, data: dict[str, Any], *, whole: bool = True) -> Spoken:
        rows = data.get("messages") or ()
        said = tuple(Message("user", row["content"]) for row in rows if isinstance(row.get("content"), str))
        return Spoken(self.corral.pipeline, self.corral.policy, said, whole=whole)

    async def _replied(self, text: str, data: dict[str, Any]) -> str:
        spoken = self._spoken(data)
        await spoken.says(text)
        shown = await spoken.ends()
        if spoken.stopped:
            raise self._blocked(spoken.blocked().verdict)
        return shown

    async def _may_call(self, calls: list[ToolCall], data: dict[str, Any]) -> bool:
        spoken = self._spoken(data)
        for call in calls:
            await spoken.proposes(call)
        await spoken.ends()
        return not spoken.stopped and spoken.calls == calls

    def _blocked(self, verdict: Verdict) -> HTTPException:
        tells = told(verdict, self.corral.policy)
        error = {
            "message": self.corral.policy.blocked.message,
            "type": "invalid_request_error",
            "code": "content_filter",
        }
        return HTTPException(400, {"error": error, "corral": tells})


def _calls(rows: Any) -> list[ToolCall]:
    return [ToolCall(row.function.name or "", row.function.arguments or "", row.id) for row in rows or ()]


def _joined(pieces: Iterable[Any]) -> list[ToolCall]:
    """Calls from the pieces that they were streamed in."""
    made: dict[int, ToolCall] = {}
    for piece in pieces:
        old = made.get(piece.index or 0, ToolCall("", "", None))
        name, arguments = piece.function.name or "", piece.function.arguments or ""
        made[piece.index or 0] = ToolCall(old.name + name, old.arguments + arguments, old.id or piece.id)
    return list(made.values())
