"""LangChain, LlamaIndex, the OpenAI Agents SDK and LiteLLM, each by its own package; only the models' words are scripted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from guards import Blocked, Corral

from .conftest import BAD

Make = Callable[..., Corral]
SAID = f"A fine beginning. Then comes {BAD} and more."


def chat_model(said: str = SAID, **more: Any) -> Any:
    from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
    from langchain_core.messages import AIMessage

    return GenericFakeChatModel(messages=iter([AIMessage(said, **more)] * 9))


async def test_langchains_runnable_judges_both_ways(keyword: Make) -> None:
    from guards.middleware.langchain import Guarded

    one = Guarded(chat_model(), keyword())
    for answer in (one.invoke(BAD), await one.ainvoke([("user", "hello")]), await one.ainvoke(BAD)):
        assert answer.response_metadata["finish_reason"] == "content_filter"
        assert answer.response_metadata["corral"]["action"] == "block"
        assert BAD not in answer.content
    redacted = Guarded(chat_model(), keyword("redact")).invoke("hello")
    assert redacted.content == SAID.replace(BAD, "[redacted]")


async def test_langchains_streams_are_gated(keyword: Make) -> None:
    from guards.middleware.langchain import Guarded

    blocked = list(Guarded(chat_model(), keyword()).stream("hello"))
    assert "".join(chunk.content for chunk in blocked).strip() == "A fine beginning."
    assert blocked[-1].response_metadata["finish_reason"] == "content_filter"
    redacted = [chunk async for chunk in Guarded(chat_model(), keyword("redact")).astream("hello")]
    assert "".join(chunk.content for chunk in redacted) == SAID.replace(BAD, "[redacted]")


def test_langchains_tool_calls_are_judged(keyword: Make) -> None:
    from guards.middleware.langchain import Guarded

    def call(text: str) -> list[dict[str, Any]]:
        return [{"name": "python", "args": {"code": text}, "id": "c1", "type": "tool_call"}]

    fine = Guarded(chat_model("", tool_calls=call("x = 1")), keyword()).invoke("hello")
    bad = Guarded(chat_model("", tool_calls=call(BAD)), keyword()).invoke("hello")
    assert fine.tool_calls == call("x = 1")
    assert bad.tool_calls == []
    assert bad.response_metadata["finish_reason"] == "content_filter"


def test_langchains_chain_and_callback(keyword: Make) -> None:
    from langchain_core.prompts import ChatPromptTemplate

    from guards.middleware.langchain import CorralCallback, Guarded

    chain = ChatPromptTemplate.from_messages([("system", "Be kind."), ("user", "{text}")]) | Guarded(
        chat_model("Fine."), keyword()
    )
    assert chain.invoke({"text": "hello"}).content == "Fine."
    assert chain.invoke({"text": BAD}).response_metadata["finish_reason"] == "content_filter"
    config = {"callbacks": [CorralCallback(keyword())]}
    with pytest.raises(Blocked):
        chat_model("Fine.").invoke(BAD, config=config)
    with pytest.raises(Blocked):
        chat_model().invoke("hello", config=config)
    assert chat_model("Fine.").invoke("hello", config=config).content == "Fine."


def test_llamaindexs_nodes_are_judged_as_documents(keyword: Make) -> None:
    from llama_index.core.schema import NodeWithScore, TextNode

    from guards.middleware.llamaindex import CorralPostprocessor

    nodes = [
        NodeWithScore(node=TextNode(text="fine")),
        NodeWithScore(node=TextNode(text=f"a {BAD} page")),
        NodeWithScore(node=TextNode(text="fine", metadata={"title": BAD})),
    ]
    kept = CorralPostprocessor(keyword()).postprocess_nodes(nodes, query_str="hello")
    assert [node.text for node in kept] == ["fine"]
    redacted = CorralPostprocessor(keyword("redact")).postprocess_nodes(nodes)
    assert [BAD in node.node.get_content("llm") for node in redacted] == [False] * 3  # type: ignore[arg-type]
    assert nodes[1].text == f"a {BAD} page"
    with pytest.raises(Blocked):
        CorralPostprocessor(keyword()).postprocess_nodes(nodes, query_str=BAD)


async def test_the_agents_guardrails_trip(keyword: Make) -> None:
    from agents import Agent, InputGuardrailTripwireTriggered, OutputGuardrailTripwireTriggered, Runner
    from agents.items import ModelResponse
    from agents.models.interface import Model
    from agents.usage import Usage
    from openai.types.responses import ResponseOutputMessage, ResponseOutputText

    from guards.middleware.agents import input_guardrail, output_guardrail

    class Says(Model):
        asked = 0

        async def get_response(self, *args: Any, **kwargs: Any) -> ModelResponse:
            self.asked += 1
            text = ResponseOutputText(type="output_text", text=SAID, annotations=[])
            item = ResponseOutputMessage(id="m", type="message", role="assistant", status="completed", content=[text])
            return ModelResponse(output=[item], usage=Usage(), response_id=None)

        def stream_response(self, *args: Any, **kwargs: Any) -> Any:
            raise NotImplementedError

    from agents import RunConfig

    quiet = RunConfig(tracing_disabled=True)
    model = Says()
    asks = Agent(name="a", model=model, input_guardrails=[input_guardrail(keyword())])
    answers = Agent(name="a", model=model, output_guardrails=[output_guardrail(keyword())])
    with pytest.raises(InputGuardrailTripwireTriggered) as caught:
        await Runner.run(asks, BAD, run_config=quiet)
    assert caught.value.guardrail_result.output.output_info["action"] == "block"
    assert model.asked == 0
    assert (await Runner.run(asks, "hello", run_config=quiet)).final_output == SAID
    with pytest.raises(OutputGuardrailTripwireTriggered):
        await Runner.run(answers, "hello", run_config=quiet)


async def test_an_agent_that_streams_over_chat_is_cut_off(keyword: Make) -> None:
    """The SDK drops the reason for which an answer ended: that what follows is missing is all that an agent's user sees."""
    import httpx2
    from agents import Agent, OpenAIChatCompletionsModel, RunConfig, Runner
    from openai import AsyncOpenAI

    from guards.dialects.framing import sse
    from guards.middleware.clients import guarded

    def upstream(request: Any) -> Any:
        words = [f"{word} " for word in f"A fine beginning. Then comes {BAD} and more.".split()]
        events = [{"index": 0, "delta": {"content": word}, "finish_reason": None} for word in words]
        raw = b"".join(sse({"id": "x", "created": 1, "model": "m", "choices": [event]}) for event in events)
        return httpx2.Response(200, content=raw, headers={"content-type": "text/event-stream"})

    http = httpx2.AsyncClient(transport=httpx2.MockTransport(upstream))
    client = guarded(AsyncOpenAI(api_key="k", base_url="http://u/v1", http_client=http), keyword())
    agent = Agent(name="a", model=OpenAIChatCompletionsModel("m", client))
    running = Runner.run_streamed(agent, "hello", run_config=RunConfig(tracing_disabled=True))
    shown = ""
    async for event in running.stream_events():
        if event.type == "raw_response_event" and event.data.type == "response.output_text.delta":
            shown += event.data.delta
    assert shown.strip() == "A fine beginning."
    assert running.final_output == shown


async def test_litellms_guardrail(keyword: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # it would ask the network at import
    import litellm
    from fastapi import HTTPException

    from guards.middleware.litellm import CorralGuardrail

    def asked(text: str) -> dict[str, Any]:
        return {"model": "m", "messages": [{"role": "user", "content": text}], "litellm_call_id": "x"}

    async def answered(**more: Any) -> Any:
        return await litellm.acompletion(**asked("hello") | {"model": "openai/m"}, mock_response=SAID, **more)

    blocks, redacts = CorralGuardrail(keyword(), guardrail_name="corral"), CorralGuardrail(keyword("redact"))
    with pytest.raises(HTTPException) as caught:
        await blocks.async_pre_call_hook(None, None, asked(BAD), "acompletion")
    assert (caught.value.status_code, caught.value.detail["error"]["code"]) == (400, "content_filter")  # type: ignore[index]
    passed = await redacts.async_pre_call_hook(None, None, asked(f"say {BAD}"), "acompletion")
    assert passed["messages"][0]["content"] == "say [redacted]"
    assert passed["litellm_call_id"] == "x"
    with pytest.raises(HTTPException, match="can't be judged"):
        await blocks.async_pre_call_hook(None, None, {"prompt": BAD}, "image_generation")

    with pytest.raises(HTTPException):
        await blocks.async_post_call_success_hook(asked("hello"), None, await answered())
    shown = await redacts.async_post_call_success_hook(asked("hello"), None, await answered())
    assert shown.choices[0].message.content == SAID.replace(BAD, "[redacted]")

    for guardrail, wanted, reason in (
        (blocks, "A fine beginning.", "content_filter"),
        (redacts, SAID.replace(BAD, "[redacted]"), "stop"),
    ):
        stream = guardrail.async_post_call_streaming_iterator_hook(None, await answered(stream=True), asked("hello"))
        chunks = [chunk async for chunk in stream]
        assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks).strip() == wanted
        assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices[0].finish_reason] == [reason]

    class Unknown:
        """An event of a stream that is no chat completion's."""

        type, delta = "response.output_text.delta", BAD

    async def foreign() -> AsyncIterator[Unknown]:
        yield Unknown()

    stream = blocks.async_post_call_streaming_iterator_hook(None, foreign(), asked("hello"))
    with pytest.raises(HTTPException, match="a stream of Unknown can't be judged"):
        await anext(stream)
