"""Each way of using `guards.middleware` inside an application, run for real: what a model is asked and its user shown."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route as Door

from guards import Blocked, Corral
from guards.middleware import wsgi
from guards.middleware.asgi import CorralMiddleware, Route
from guards.middleware.functions import guarded

from . import agents


@dataclass(frozen=True, slots=True)
class Given:
    """What goes through a way; one of them holds the text of a cell."""

    prompt: str = "Hello."
    document: str = "A page about walks."
    reply: str = "Fine."
    call: str = ""  # the one argument of a proposed call; "": none is proposed


@dataclass(slots=True)
class Outcome:
    """What the model (or the application) was asked, what its user saw, and whether the user was told of a stop."""

    asked: str | None = None
    shown: str = ""
    stopped: bool = False
    called: list[Any] = field(default_factory=list)  # the arguments of calls that may be made


Way = Callable[[Corral, Given], Awaitable[Outcome]]


def _pieces(text: str) -> list[str]:
    return [text[at : at + 5] for at in range(0, len(text), 5)]


def _asgi(form: str) -> Way:
    async def way(corral: Corral, given: Given) -> Outcome:
        outcome = Outcome()

        async def chat(request: Request) -> Response:
            outcome.asked = "{text} {page}".format(**await request.json())

            async def sent() -> AsyncIterator[str]:
                for piece in _pieces(given.reply):
                    row = json.dumps({"text": piece})
                    yield {"text/event-stream": f"data: {row}\n\n", "application/x-ndjson": row + "\n"}.get(form, piece)

            if form == "application/json":
                return JSONResponse({"text": given.reply})
            return StreamingResponse(sent(), media_type=form)

        route = {"/chat": Route(prompt="text", documents="page", reply="text")}
        app = CorralMiddleware(Starlette(routes=[Door("/chat", chat, methods=["POST"])]), route, corral)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as client:
            answer = await client.post("/chat", json={"text": given.prompt, "page": given.document})
        outcome.stopped = "content_filter" in answer.text or "safety policy" in answer.text
        rows = [line.removeprefix("data: ") for line in answer.text.split("\n")]
        if form == "text/plain":
            outcome.shown = answer.text
        else:
            outcome.shown = "".join(json.loads(row).get("text", "") for row in rows if row.startswith("{"))
        return outcome

    return way


async def _wsgi(corral: Corral, given: Given) -> Outcome:
    outcome = Outcome()

    def app(environ: Any, start: Any) -> list[bytes]:
        outcome.asked = "{text} {page}".format(**json.load(environ["wsgi.input"]))
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"text": given.reply}).encode()]

    route = {"/chat": wsgi.Route(prompt="text", documents="page", reply="text")}
    guard = wsgi.CorralMiddleware(app, route, corral)
    transport = httpx.WSGITransport(guard)
    with httpx.Client(transport=transport, base_url="http://app") as client:
        answer = client.post("/chat", json={"text": given.prompt, "page": given.document})
    outcome.stopped = answer.status_code == 400
    outcome.shown = answer.json().get("text", "")
    return outcome


def _function(kind: str) -> Way:
    async def way(corral: Corral, given: Given) -> Outcome:
        outcome = Outcome()

        @guarded(corral)
        def plain(text: str) -> str:
            outcome.asked = text
            return given.reply

        @guarded(corral)
        async def coroutine(text: str) -> str:
            outcome.asked = text
            return given.reply

        @guarded(corral)
        def generator(text: str) -> Iterator[str]:
            outcome.asked = text
            yield from _pieces(given.reply)

        @guarded(corral)
        async def agenerator(text: str) -> AsyncIterator[str]:
            outcome.asked = text
            for piece in _pieces(given.reply):
                yield piece

        try:
            if kind == "plain":
                outcome.shown = plain(given.prompt)
            elif kind == "coroutine":
                outcome.shown = await coroutine(given.prompt)
            elif kind == "generator":
                for piece in generator(given.prompt):
                    outcome.shown += piece
            else:
                async for piece in agenerator(given.prompt):
                    outcome.shown += piece
        except Blocked:
            outcome.stopped = True
        return outcome

    return way


def _langchain(how: str) -> Way:
    async def way(corral: Corral, given: Given) -> Outcome:
        from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
        from langchain_core.messages import AIMessage, AIMessageChunk
        from langchain_core.runnables import RunnableGenerator, RunnableLambda

        from guards.middleware.langchain import Guarded

        outcome = Outcome()

        def asked(messages: Any) -> Any:
            outcome.asked = messages[0].content
            return messages

        def proposed() -> Iterator[AIMessageChunk]:
            for number, piece in enumerate(_pieces(json.dumps({"code": given.call}))):
                begins = {"name": "python", "id": "c1"} if number == 0 else {"name": None, "id": None}
                chunk: Any = {**begins, "args": piece, "index": 0, "type": "tool_call_chunk"}
                yield AIMessageChunk("", tool_call_chunks=[chunk])

        def calls(messages: Iterator[Any]) -> Iterator[AIMessageChunk]:
            list(messages)
            yield from proposed()

        async def acalls(messages: AsyncIterator[Any]) -> AsyncIterator[AIMessageChunk]:
            async for _ in messages:
                pass
            for chunk in proposed():
                yield chunk

        speaks = GenericFakeChatModel(messages=iter([AIMessage(given.reply)]))
        inner: Any = RunnableGenerator(calls, acalls) if given.call else speaks
        model = Guarded(RunnableLambda(asked) | inner, corral)
        match how:
            case "invoke":
                found = [model.invoke(given.prompt)]
            case "ainvoke":
                found = [await model.ainvoke(given.prompt)]
            case "stream":
                found = list(model.stream(given.prompt))
            case _:
                found = [chunk async for chunk in model.astream(given.prompt)]
        outcome.stopped = found[-1].response_metadata.get("finish_reason") == "content_filter"
        outcome.shown = "".join(str(one.content) for one in found)
        whole: Any = found[0]
        for one in found[1:]:
            whole += one
        outcome.called = [call["args"].get("code") for call in whole.tool_calls]
        return outcome

    return way


def _litellm(stream: bool) -> Way:
    async def way(corral: Corral, given: Given) -> Outcome:
        os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would ask the network at import
        import litellm
        from fastapi import HTTPException

        from guards.middleware.litellm import CorralGuardrail

        outcome, guardrail = Outcome(), CorralGuardrail(corral)
        data: dict[str, Any] = {"model": "openai/m", "messages": [{"role": "user", "content": given.prompt}]}
        try:
            data = await guardrail.async_pre_call_hook(None, None, data, "acompletion")
            outcome.asked = data["messages"][0]["content"]
            if given.call:
                answer = _litellm_calls(given.call) if stream else _litellm_call(given.call)
            else:
                answer = await litellm.acompletion(**data, mock_response=given.reply, stream=stream)
            if not stream:
                answer = await guardrail.async_post_call_success_hook(data, None, answer)
                outcome.shown = answer.choices[0].message.content or ""
                calls = answer.choices[0].message.tool_calls or ()
                outcome.called = [json.loads(call.function.arguments)["code"] for call in calls]
                return outcome
            arguments = ""
            async with aclosing(guardrail.async_post_call_streaming_iterator_hook(None, answer, data)) as chunks:
                async for chunk in chunks:
                    outcome.shown += chunk.choices[0].delta.content or ""
                    outcome.stopped = outcome.stopped or chunk.choices[0].finish_reason == "content_filter"
                    for piece in chunk.choices[0].delta.tool_calls or ():
                        arguments += piece.function.arguments
            outcome.called = [json.loads(arguments)["code"]] if arguments else []
        except HTTPException:
            outcome.stopped = True
        return outcome

    return way


def _litellm_call(code: str) -> Any:
    from litellm.types.utils import Choices, Message, ModelResponse

    function = {"name": "python", "arguments": json.dumps({"code": code})}
    message = Message(content=None, tool_calls=[{"id": "c1", "type": "function", "function": function}])
    return ModelResponse(choices=[Choices(message=message, finish_reason="tool_calls")])


async def _litellm_calls(code: str) -> AsyncIterator[Any]:
    from litellm.types.utils import Delta, ModelResponseStream, StreamingChoices

    for number, piece in enumerate(_pieces(json.dumps({"code": code}))):
        call = {"index": 0, "id": "c1", "type": "function", "function": {"name": "python", "arguments": piece}}
        if number:
            call = {"index": 0, "id": None, "type": "function", "function": {"name": None, "arguments": piece}}
        yield ModelResponseStream(choices=[StreamingChoices(index=0, delta=Delta(tool_calls=[call]))])
    yield ModelResponseStream(choices=[StreamingChoices(index=0, delta=Delta(), finish_reason="tool_calls")])


async def _agents(corral: Corral, given: Given) -> Outcome:
    """Guardrails of an agent: they can stop it, and change nothing."""
    from agents import Agent, InputGuardrailTripwireTriggered, OutputGuardrailTripwireTriggered, RunConfig, Runner
    from agents.items import ModelResponse
    from agents.models.interface import Model
    from agents.usage import Usage
    from openai.types.responses import ResponseOutputMessage, ResponseOutputText

    from guards.middleware.agents import input_guardrail, output_guardrail

    outcome = Outcome()

    class Says(Model):
        async def get_response(self, *args: Any, **kwargs: Any) -> ModelResponse:
            outcome.asked = json.dumps(kwargs["input"])
            text = ResponseOutputText(type="output_text", text=given.reply, annotations=[])
            item = ResponseOutputMessage(id="m", type="message", role="assistant", status="completed", content=[text])
            return ModelResponse(output=[item], usage=Usage(), response_id=None)

        def stream_response(self, *args: Any, **kwargs: Any) -> Any:
            raise NotImplementedError

    agent = Agent(
        name="a",
        model=Says(),
        input_guardrails=[input_guardrail(corral)],
        output_guardrails=[output_guardrail(corral)],
    )
    try:
        done = await Runner.run(agent, given.prompt, run_config=RunConfig(tracing_disabled=True))
        outcome.shown = done.final_output
    except (InputGuardrailTripwireTriggered, OutputGuardrailTripwireTriggered):
        outcome.stopped = True
    return outcome


def _agents_client(api: str, *, stream: bool = False) -> Way:
    async def way(corral: Corral, given: Given) -> Outcome:
        outcome = Outcome()
        await agents.client(api, stream=stream)(corral, given, outcome)
        return outcome

    return way


def _llamaindex(how: str) -> Way:
    """A query engine's query and pages; its model's words are not the postprocessor's to judge."""

    async def way(corral: Corral, given: Given) -> Outcome:
        from llama_index.core.base.base_retriever import BaseRetriever
        from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata
        from llama_index.core.query_engine import RetrieverQueryEngine
        from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

        from guards.middleware.llamaindex import CorralPostprocessor

        outcome = Outcome()

        class Pages(BaseRetriever):  # type: ignore[misc]
            def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
                return [NodeWithScore(node=TextNode(text=text)) for text in (given.document, "Another page.")]

        class Says(CustomLLM):  # type: ignore[misc]
            @property
            def metadata(self) -> LLMMetadata:
                return LLMMetadata()

            def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
                outcome.asked = prompt
                return CompletionResponse(text=given.reply)

            def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
                raise NotImplementedError

        engine = RetrieverQueryEngine.from_args(Pages(), llm=Says(), node_postprocessors=[CorralPostprocessor(corral)])
        try:
            answer = engine.query(given.prompt) if how == "query" else await engine.aquery(given.prompt)
            outcome.shown = str(answer)
        except Blocked:
            outcome.stopped = True
        return outcome

    return way


WAYS: dict[str, Way] = {
    "wsgi, application/json": _wsgi,
    **{
        f"asgi, {form}": _asgi(form)
        for form in ("application/json", "text/event-stream", "application/x-ndjson", "text/plain")
    },
    **{f"functions, {kind}": _function(kind) for kind in ("plain", "coroutine", "generator", "asynchronous generator")},
    **{f"langchain, {how}": _langchain(how) for how in ("invoke", "ainvoke", "stream", "astream")},
    "litellm, whole": _litellm(False),
    "litellm, streamed": _litellm(True),
    "agents, guardrails": _agents,
    "agents' client, responses": _agents_client("responses"),
    "agents' client, responses streamed": _agents_client("responses", stream=True),
    "agents' client, chat": _agents_client("chat"),
    "llamaindex, query": _llamaindex("query"),
    "llamaindex, aquery": _llamaindex("aquery"),
}

# What passes through a way: the prompt (request), somebody else's text in it (document), the reply (answer), and calls that
# the model proposes (call).
SIDES: dict[str, tuple[str, ...]] = {
    "wsgi": ("request", "document", "answer"),
    "asgi": ("request", "document", "answer"),
    "functions": ("request", "answer"),
    "langchain": ("request", "answer", "call"),
    "litellm": ("request", "answer", "call"),
    "agents": ("request", "answer"),
    "agents' client": ("request", "answer", "call"),
    "llamaindex": ("request", "document"),
}

# Where a framework lets nothing be changed, what is to be redacted is stopped.
UNCHANGED = {("agents", "request"), ("agents", "answer"), ("llamaindex", "request"), ("litellm", "call")}
