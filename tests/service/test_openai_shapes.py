"""Answers in other shapes than one text, through the official `openai` client: JSON, several choices, reasoning.

The real model (llama.cpp) writes JSON and several choices; what it can't be made to say, a scripted upstream does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from openai import OpenAI
from pydantic import BaseModel

from service.llama import MODEL_NAME

from .conftest import CONTENT, Scripted, chunk, serve

FINE = "It is a town by a river."
BAD = "Then comes something FORBIDDEN and more."
ASKED: Any = {"model": "m", "messages": [{"role": "user", "content": "Tell me about a town."}]}


class Town(BaseModel):
    name: str


@pytest.fixture
def real(proxy: str) -> OpenAI:
    return OpenAI(base_url=f"{proxy}/v1", api_key="none", max_retries=0, timeout=300)


@pytest.fixture
def client(scripted: Scripted) -> Iterator[OpenAI]:
    with serve(keyword=True, upstream=scripted.url) as url:
        yield OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, timeout=60)


def test_a_real_models_json_is_json_and_what_was_asked_for(real: OpenAI) -> None:
    question: Any = [{"role": "user", "content": "Which town is the capital of France?"}]
    asked: Any = {"model": MODEL_NAME, "messages": question, "temperature": 0, "max_tokens": 24}
    parsed = real.chat.completions.parse(response_format=Town, **asked)
    town = parsed.choices[0].message.parsed
    assert isinstance(town, Town)
    with real.chat.completions.stream(response_format=Town, **asked) as stream:
        said = "".join(event.delta for event in stream if event.type == "content.delta")
        assert stream.get_final_completion().choices[0].message.parsed == town
    assert json.loads(said) == {"name": town.name}


@pytest.mark.parametrize("stream", [False, True])
def test_a_real_model_that_may_write_any_json_writes_json(real: OpenAI, stream: bool) -> None:
    asked: Any = [{"role": "user", "content": 'Answer with {"name": "Paris"} and nothing else.'}]
    given: Any = {"model": MODEL_NAME, "messages": asked, "temperature": 0, "max_tokens": 60}
    answer = real.chat.completions.create(response_format={"type": "json_object"}, stream=stream, **given)
    if stream:
        said = "".join(choice.delta.content or "" for event in answer for choice in event.choices)
    else:
        said = answer.choices[0].message.content
    assert json.loads(said) == {"name": "Paris"}


@pytest.mark.parametrize("stream", [False, True])
def test_any_json_is_asked_for_and_stopped_where_it_is_bad(scripted: Scripted, client: OpenAI, stream: bool) -> None:
    scripted.says(json.dumps({"town": FINE, "more": BAD}))
    answer: Any = client.chat.completions.create(response_format={"type": "json_object"}, stream=stream, **ASKED)
    if stream:
        choices = [choice for event in answer for choice in event.choices]
        said = "".join(choice.delta.content or "" for choice in choices)
    else:
        choices = answer.choices
        said = choices[0].message.content or ""
    assert choices[-1].finish_reason == "content_filter"
    assert "FORBIDDEN" not in said
    assert scripted.requests[0]["response_format"] == {"type": "json_object"}


def test_a_real_models_choices_come_each_by_its_number(real: OpenAI) -> None:
    asked: Any = {"model": MODEL_NAME, "messages": ASKED["messages"], "max_tokens": 3, "n": 2, "seed": 1}
    whole = real.chat.completions.create(**asked)
    assert [choice.index for choice in whole.choices] == [0, 1]
    assert all(choice.message.content and choice.finish_reason == "length" for choice in whole.choices)
    said: dict[int, str] = {}
    ended: dict[int, str] = {}
    for event in real.chat.completions.create(stream=True, **asked):
        for choice in event.choices:
            said[choice.index] = said.get(choice.index, "") + (choice.delta.content or "")
            if choice.finish_reason:
                ended[choice.index] = choice.finish_reason
    assert ended == {0: "length", 1: "length"}
    assert all(said[number] for number in (0, 1))


def test_of_several_choices_the_bad_one_is_stopped_and_the_others_are_whole(scripted: Scripted, client: OpenAI) -> None:
    texts = [FINE, f"{FINE} {BAD}", FINE]
    message = [{"role": "assistant", "content": text} for text in texts]
    choices = [{"index": at, "message": one, "finish_reason": "stop"} for at, one in enumerate(message)]
    scripted.whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": choices}
    whole = client.chat.completions.create(n=3, **ASKED)
    assert [choice.finish_reason for choice in whole.choices] == ["stop", "content_filter", "stop"]
    assert [choice.message.content for choice in whole.choices][::2] == [FINE, FINE]
    assert "FORBIDDEN" not in whole.model_dump_json(exclude={"corral"})

    turns = zip_longest(*(text.split() for text in texts))
    events = [chunk({"content": f"{word} "}, index=at) for turn in turns for at, word in enumerate(turn) if word]
    scripted.streams([*events, *(chunk({}, "stop", at) for at in range(3))])
    said = {0: "", 1: "", 2: ""}
    ended: dict[int, str] = {}
    for part in client.chat.completions.create(n=3, stream=True, **ASKED):
        for choice in part.choices:
            said[choice.index] += choice.delta.content or ""
            if choice.finish_reason:
                ended[choice.index] = choice.finish_reason
    assert ended == {0: "stop", 1: "content_filter", 2: "stop"}
    assert (said[0].strip(), said[1].strip(), said[2].strip()) == (FINE, FINE, FINE)


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
@pytest.mark.parametrize("bad", [False, True])
def test_reasoning_is_shown_as_it_was_judged(scripted: Scripted, client: OpenAI, field: str, bad: bool) -> None:
    """As vLLM, SGLang and llama.cpp write it, and the client keeps it: a field of its own."""
    thought = f"A town, then. {BAD}" if bad else "A town, then."
    message = {"role": "assistant", field: thought, "content": FINE}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    scripted.whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    whole = client.chat.completions.create(**ASKED).choices[0]
    pieces = [thought[at : at + 6] for at in range(0, len(thought), 6)]
    scripted.streams([*(chunk({field: piece}) for piece in pieces), chunk({"content": FINE}), chunk({}, "stop")])
    streamed, text, reason = "", "", None
    for event in client.chat.completions.create(stream=True, **ASKED):
        for one in event.choices:
            streamed += (one.delta.model_extra or {}).get(field) or ""
            text += one.delta.content or ""
            reason = one.finish_reason or reason
    if bad:
        assert (whole.finish_reason, reason) == ("content_filter", "content_filter")
        assert "FORBIDDEN" not in whole.model_dump_json() + streamed + text
        assert streamed.strip() == "A town, then."
    else:
        assert (whole.finish_reason, reason) == ("stop", "stop")
        assert ((whole.message.model_extra or {})[field], whole.message.content) == (thought, FINE)
        assert (streamed, text) == (thought, FINE)


@pytest.mark.parametrize("stream", [False, True])
def test_what_is_redacted_of_a_structured_answer_leaves_it_readable(
    scripted: Scripted, policy_file: Callable[..., Path], stream: bool
) -> None:
    scripted.says(json.dumps({"name": "Little FORBIDDEN Town"}))
    policy = policy_file(f"{CONTENT} => unsafe: {{redact: 0.5}}")
    with serve(keyword=True, upstream=scripted.url, policy=policy) as url:
        client = OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, timeout=60)
        if stream:
            with client.chat.completions.stream(response_format=Town, **ASKED) as events:
                parsed = events.until_done().get_final_completion().choices[0].message.parsed
        else:
            parsed = client.chat.completions.parse(response_format=Town, **ASKED).choices[0].message.parsed
    assert parsed == Town(name="Little [redacted] Town")
    assert scripted.requests[0]["response_format"]["type"] == "json_schema"
