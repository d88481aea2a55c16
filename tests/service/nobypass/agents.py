"""Agents of OpenAI's SDK that ask through a guarded client: its runs, whole and streamed, and the tools that it calls."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from guards import Corral
from guards.dialects import DIALECTS
from guards.middleware.clients import guarded

from .answering import answered

CHANNELS = {"chat": "content", "responses": "output_text"}


def client(api: str, *, stream: bool = False) -> Callable[[Corral, Any, Any], Awaitable[None]]:
    """A run of an agent with one tool, whose model is asked over `api`: fills an outcome."""

    async def run(corral: Corral, given: Any, outcome: Any) -> None:
        import httpx2
        from agents import (
            Agent,
            ModelBehaviorError,
            ModelRefusalError,
            OpenAIChatCompletionsModel,
            OpenAIResponsesModel,
            RunConfig,
            Runner,
            function_tool,
        )
        from openai import AsyncOpenAI

        (dialect,) = (one for one in DIALECTS if one.name == api)

        def upstream(request: Any) -> Any:
            body = json.loads(request.content)
            if outcome.asked is None:
                outcome.asked = json.dumps(body.get("messages") or body["input"])
            calls = bool(given.call) and not outcome.called
            channel = "tool_calls" if calls else CHANNELS[api]
            answer = answered(dialect, channel, given.call if calls else given.reply, body.get("stream") or False)
            if isinstance(answer, bytes):
                return httpx2.Response(200, content=answer, headers={"content-type": "text/event-stream"})
            return httpx2.Response(200, json=answer)

        def python(code: str) -> str:
            outcome.called.append(code)
            return "It has run."

        http = httpx2.AsyncClient(transport=httpx2.MockTransport(upstream))
        openai = guarded(AsyncOpenAI(api_key="k", base_url="http://u/v1", http_client=http), corral)
        kind = OpenAIChatCompletionsModel if api == "chat" else OpenAIResponsesModel
        agent = Agent(name="a", model=kind("m", openai), tools=[function_tool(python, failure_error_function=None)])
        quiet = RunConfig(tracing_disabled=True)
        try:
            if stream:
                async for event in Runner.run_streamed(agent, given.prompt, run_config=quiet).stream_events():
                    if event.type == "raw_response_event" and event.data.type == "response.output_text.delta":
                        outcome.shown += event.data.delta
            else:
                outcome.shown = (await Runner.run(agent, given.prompt, run_config=quiet)).final_output
            outcome.stopped = corral.policy.blocked.message in outcome.shown
        except ModelRefusalError:
            outcome.stopped = True
        except ModelBehaviorError as error:  # the SDK takes an incomplete answer for the model's fault
            outcome.stopped = "content_filter" in str(error)

    return run
