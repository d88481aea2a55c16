"""LangChain: `Guarded(model)` is a runnable around a chat model; `CorralCallback` stops what is run without it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, convert_to_messages
from langchain_core.outputs import ChatGeneration, LLMResult
from langchain_core.prompt_values import PromptValue
from langchain_core.runnables import Runnable, RunnableConfig

from ..answer import told
from ..corral import Corral
from ..errors import Blocked, UnsupportedInput
from ..types import Action, Message, Role, ToolCall, Verdict
from .spoken import Spoken, heard

_ROLES: dict[str, Role] = {
    "human": "user", "ai": "assistant", "system": "system", "tool": "tool", "function": "tool", "developer": "system",
}  # fmt: skip


class Guarded(Runnable[Any, BaseMessage]):  # type: ignore[misc]
    """A chat model whose prompts and answers are judged; streams are released as they are judged.

    A block is an answer with the policy's words, and `response_metadata` with ``finish_reason: content_filter`` and the
    verdict as `corral`. Tool calls are held until they were judged.
    """

    def __init__(self, model: Runnable[Any, BaseMessage], corral: Corral | None = None) -> None:
        self.model = model
        self.corral = corral if corral is not None else Corral()

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> BaseMessage:
        run = self.corral.pipeline.run_sync
        try:
            messages, context = run(partial(self._heard, input))
        except Blocked as blocked:
            return self._refusal(blocked.verdict)
        answer = self.model.invoke(messages, config, **kwargs)
        return run(partial(self._replied, answer, context))

    async def ainvoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> BaseMessage:
        try:
            messages, context = await self._heard(input)
        except Blocked as blocked:
            return self._refusal(blocked.verdict)
        return await self._replied(await self.model.ainvoke(messages, config, **kwargs), context)

    def stream(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Iterator[BaseMessage]:
        run = self.corral.pipeline.run_sync
        try:
            messages, context = run(partial(self._heard, input))
        except Blocked as blocked:
            yield self._refusal(blocked.verdict, chunk=True)
            return
        answer = _Streamed(self.corral, context)
        for chunk in self.model.stream(messages, config, **kwargs):
            yield run(partial(answer.take, chunk))
            if answer.spoken.stopped:
                break
        yield from run(answer.end)

    async def astream(
        self, input: Any, config: RunnableConfig | None = None, **kwargs: Any
    ) -> AsyncIterator[BaseMessage]:
        try:
            messages, context = await self._heard(input)
        except Blocked as blocked:
            yield self._refusal(blocked.verdict, chunk=True)
            return
        answer = _Streamed(self.corral, context)
        async for chunk in self.model.astream(messages, config, **kwargs):
            yield await answer.take(chunk)
            if answer.spoken.stopped:
                break
        for last in await answer.end():
            yield last

    async def _heard(self, input: Any) -> tuple[list[BaseMessage], tuple[Message, ...]]:
        given = _messages(input)
        context = read(given, self.corral)
        passed, _ = await heard(self.corral.pipeline, self.corral.policy, context)
        changed = [
            one if new.text == old.text else one.model_copy(update={"content": new.text})
            for one, old, new in zip(given, context, passed, strict=True)
        ]
        return changed, passed

    async def _replied(self, answer: BaseMessage, context: tuple[Message, ...]) -> BaseMessage:
        spoken = Spoken(self.corral.pipeline, self.corral.policy, context, whole=True)
        await spoken.says(_text(answer))
        for call in _calls(answer):
            await spoken.proposes(call)
        text = await spoken.ends()
        if spoken.stopped and spoken.verdict is not None:
            return self._refusal(spoken.verdict)
        verdict = {"corral": told(spoken.verdict, self.corral.policy)} if spoken.verdict else {}
        update: dict[str, Any] = {"content": text, "additional_kwargs": {}}
        if isinstance(answer, AIMessage):
            update["tool_calls"] = _made(spoken)
        return answer.model_copy(update={**update, "response_metadata": {**answer.response_metadata, **verdict}})

    def _refusal(self, verdict: Verdict, *, chunk: bool = False) -> BaseMessage:
        return refusal(self.corral, verdict, self.corral.policy.blocked.message, chunk=chunk)


class _Streamed:
    """One streamed answer: text as it is released, calls at the end."""

    def __init__(self, corral: Corral, context: tuple[Message, ...]) -> None:
        self._corral, self._shown = corral, False
        self._calls: AIMessageChunk | None = None
        self.spoken = Spoken(corral.pipeline, corral.policy, context)

    async def take(self, chunk: BaseMessage) -> BaseMessage:
        text = await self.spoken.says(_text(chunk))
        self._shown = self._shown or bool(text)
        update: dict[str, Any] = {"content": text, "additional_kwargs": {}}
        if isinstance(chunk, AIMessageChunk):
            if chunk.tool_call_chunks:
                bare = AIMessageChunk(content="", tool_call_chunks=chunk.tool_call_chunks)
                self._calls = bare if self._calls is None else self._calls + bare
            update |= {"tool_call_chunks": [], "tool_calls": [], "invalid_tool_calls": []}
        return chunk.model_copy(update=update)

    async def end(self) -> list[BaseMessage]:
        if not self.spoken.stopped:
            for call in _calls(self._calls) if self._calls is not None else ():
                await self.spoken.proposes(call)
        text = "" if self.spoken.stopped else await self.spoken.ends()
        verdict = self.spoken.verdict
        found: list[BaseMessage] = []
        if text:
            found.append(AIMessageChunk(content=text))
        if self.spoken.stopped and verdict is not None:
            message = "" if self._shown or text else self._corral.policy.blocked.message
            found.append(refusal(self._corral, verdict, message, chunk=True))
        elif calls := _made(self.spoken):
            pieces = [
                {"name": one["name"], "args": json.dumps(one["args"]), "id": one["id"], "index": number}
                for number, one in enumerate(calls)
            ]
            found.append(AIMessageChunk(content="", tool_call_chunks=pieces))
        return found


class CorralCallback(BaseCallbackHandler):  # type: ignore[misc]
    """Stops a chain by raising `Blocked`: before a model is asked, and once it has answered.

    A callback can change nothing, so a redaction is a block here; and what a model streams is shown before it ends:
    use `Guarded` where answers are streamed.
    """

    raise_error = True
    run_inline = True

    def __init__(self, corral: Corral | None = None) -> None:
        self.corral = corral if corral is not None else Corral()

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        for one in messages:
            self._heard(read(one, self.corral))

    def on_llm_start(self, serialized: dict[str, Any], prompts: list[str], *, run_id: UUID, **kwargs: Any) -> None:
        for text in prompts:
            self._heard((Message("user", text),))

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        for one in (each for group in response.generations for each in group):
            spoken = Spoken(self.corral.pipeline, self.corral.policy, whole=True)
            self.corral.pipeline.run_sync(partial(spoken.says, one.text))
            for call in _calls(one.message) if isinstance(one, ChatGeneration) else ():
                self.corral.pipeline.run_sync(partial(spoken.proposes, call))
            self.corral.pipeline.run_sync(spoken.ends)
            if spoken.verdict is not None and not spoken.verdict.allowed:
                raise spoken.blocked()

    def _heard(self, messages: tuple[Message, ...]) -> None:
        policy = self.corral.policy
        _, verdict = self.corral.pipeline.run_sync(partial(heard, self.corral.pipeline, policy, messages))
        if verdict.action is Action.REDACT:
            raise Blocked(policy.blocked.message, verdict)


def refusal(corral: Corral, verdict: Verdict, text: str, *, chunk: bool = False) -> BaseMessage:
    metadata = {"finish_reason": "content_filter", "corral": told(verdict, corral.policy)}
    return (AIMessageChunk if chunk else AIMessage)(content=text, response_metadata=metadata)


def read(messages: Sequence[BaseMessage], corral: Corral) -> tuple[Message, ...]:
    """Raises:
    UnsupportedInput: a message holds what nothing here can judge, and the policy refuses that.
    """
    found = []
    for number, one in enumerate(messages):
        if isinstance(one.content, list) and corral.policy.non_text == "refuse":
            for part in one.content:
                if isinstance(part, dict) and part.get("type") not in ("text", "tool_use", "tool_call"):
                    words = f"a part of type {str(part.get('type'))[:80]!r} can't be judged here"
                    raise UnsupportedInput(words, field=f"messages[{number}].content", fix="set `non_text: pass`")
        found.append(Message(_ROLES.get(one.type, "user"), _text(one), tuple(_calls(one))))
    return tuple(found)


def _messages(input: Any) -> list[BaseMessage]:
    if isinstance(input, PromptValue):
        return list(input.to_messages())
    return [HumanMessage(input)] if isinstance(input, str) else list(convert_to_messages(input))


def _text(message: BaseMessage) -> str:
    content = message.content
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in content)
    return "".join(part for part in parts if isinstance(part, str))


def _calls(message: BaseMessage) -> Iterator[ToolCall]:
    for call in message.tool_calls if isinstance(message, AIMessage) else ():
        yield ToolCall(call["name"], json.dumps(call["args"], ensure_ascii=False), call["id"])


def _made(spoken: Spoken) -> list[dict[str, Any]]:
    return [
        {"name": call.name, "args": json.loads(call.arguments), "id": call.id, "type": "tool_call"}
        for call in spoken.calls
    ]
