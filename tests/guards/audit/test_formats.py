"""Rows of every kind of log, read as the conversation that they tell of, or refused with the field and the reason."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guards.audit.formats import FORMATS, NAMES, VLLM, read_row
from guards.audit.formats.columns import mapped
from guards.audit.formats.vllm import line_of
from guards.audit.record import Origin
from guards.errors import InputError

HERE = Origin("log.jsonl", 3)
ASKED = [{"role": "user", "content": "Hello?"}]
REPLY = {"role": "assistant", "content": "Hi."}
CHAT = {"id": "c1", "created": 1_790_000_000, "model": "m", "choices": [{"index": 0, "message": REPLY}]}
CALL = {"id": "t", "type": "function", "function": {"name": "run", "arguments": '{"code": "1"}'}}


def said(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(message.role, message.text) for message in read_row(row, HERE).exchange.messages]


BOTH = [("user", "Hello?"), ("assistant", "Hi.")]
ROWS: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("openai", {"model": "m", "messages": [*ASKED, REPLY]}, BOTH),
    ("openai", {"model": "m", "prompt": ["Hello?", "And?"]}, [("user", "Hello?"), ("user", "And?")]),
    ("openai", {"model": "m", "instructions": "Be kind.", "input": "Hello?"}, [("system", "Be kind."), ("user", "Hello?")]),
    ("openai", {"model": "c", "system": [{"type": "text", "text": "S"}], "messages": ASKED}, [("system", "S"), ("user", "Hello?")]),
    ("openai-response", CHAT, [("assistant", "Hi.")]),
    (
        "openai-response",
        {"object": "response", "output": [{"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Hi."}]}]},
        [("assistant", "Hi.")],
    ),
    ("openai-pair", {"request": {"model": "m", "messages": ASKED}, "response": CHAT}, BOTH),
    ("openai-pair", {"request": {"body": {"messages": ASKED}, "headers": {}}, "response": {"status": 200, "body": CHAT}}, BOTH),
    ("openai-pair", {"request": {"model": "m", "prompt": "Hello?"}, "response": {"choices": [{"text": "Hi."}]}}, BOTH),
    ("openai-pair", {"request": {"model": "m", "messages": ASKED}, "response": {"error": {"message": "late"}}}, BOTH[:1]),
    ("openai-batch", {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {"messages": ASKED}}, BOTH[:1]),
    ("openai-batch", {"id": "b", "custom_id": "a", "response": {"status_code": 200, "body": CHAT}, "error": None}, BOTH[1:]),
    ("litellm", {"call_type": "acompletion", "messages": ASKED, "response": CHAT, "startTime": 1.79e9, "model": "m"}, BOTH),
    ("litellm", {"call_type": "atext_completion", "messages": "Hello?", "response": {"choices": [{"text": "Hi."}]}}, BOTH),
    ("conversations", {"conversations": [{"from": "human", "value": "Hello?"}, {"from": "gpt", "value": "Hi."}]}, BOTH),
    ("conversations", {"conversation": [*ASKED, REPLY], "language": "English"}, BOTH),
    ("conversations", {"turns": ["Hello?", "Hi."]}, BOTH),
    ("columns", {"prompt": "Hello?", "response": "Hi."}, BOTH),
    ("columns", {"instruction": "Hello?", "output": "Hi.", "system": "S"}, [("system", "S"), *BOTH]),
    ("columns", {"text": "Page", "role": "document"}, [("tool", "Page")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "row", "wanted"), ROWS, ids=[f"{name}-{at}" for at, (name, _, _) in enumerate(ROWS)])
def test_a_row_is_read_as_what_its_fields_say(name: str, row: dict[str, Any], wanted: list[tuple[str, str]]) -> None:
    assert read_row(row, HERE).format == name
    assert said(row) == wanted


def test_every_format_has_a_row_here_or_a_test_of_its_own() -> None:
    assert {name for name, _, _ in ROWS} == {form.name for form in FORMATS} - {"corral"}
    assert set(NAMES) == {form.name for form in FORMATS} | {VLLM.name}


def test_what_a_log_knows_of_a_request_is_kept() -> None:
    record = read_row(
        {
            "call_type": "acompletion", "id": "x1", "messages": ASKED, "response": CHAT, "startTime": 1_790_000_000.25,
            "model_group": "llama", "metadata": {"user_api_key_alias": "team-a", "user_api_key_hash": "secret"},
        },
        HERE,
    )  # fmt: skip
    assert (record.id, record.key, record.exchange.model) == ("x1", "team-a", "llama")
    assert record.time == datetime(2026, 9, 21, 14, 13, 20, 250_000, UTC)
    assert record.origin is HERE


@pytest.mark.parametrize(
    "value", [1_790_000_000, 1_790_000_000_000, "2026-09-21T14:13:20Z", "2026-09-21 16:13:20+02:00", "1790000000"]
)
def test_times_are_read_as_logs_write_them(value: object) -> None:
    assert read_row({"prompt": "a", "time": value}, HERE).time == datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)


def test_tool_calls_tool_results_and_reasoning_are_kept_apart() -> None:
    row = {
        "messages": [
            *ASKED,
            {"role": "assistant", "content": None, "reasoning_content": "Hm.", "tool_calls": [CALL]},
            {"role": "tool", "tool_call_id": "t", "content": [{"type": "text", "text": "1"}]},
            {
                "role": "user",
                "content": [{"type": "tool_result", "content": "2"}, {"type": "image_url", "image_url": {}}],
            },
            {"role": "assistant", "content": [{"type": "tool_use", "name": "go", "input": {"a": 1}}]},
        ]
    }
    record = read_row(row, HERE)
    assert [message.role for message in record.exchange.messages] == ["user", "assistant", "tool", "tool", "assistant"]
    assert record.exchange.messages[1].text == "Hm."
    assert record.exchange.messages[1].tool_calls[0].arguments == '{"code": "1"}'
    assert record.exchange.messages[4].tool_calls[0].arguments == '{"a": 1}'
    assert dict(record.unjudged) == {"image_url": 1}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"what": 1}, "no known format has these fields (what)"),
        ({"messages": [{"role": "king", "content": "a"}]}, "messages[0].role: must be one of"),
        ({"messages": [{"role": "user", "content": 7}]}, "messages[0].content: must be a text"),
        ({"messages": []}, "holds no text"),
        ({"model": "m", "prompt": [[1, 2]]}, "token ids can't be judged"),
        ({"prompt": "a", "time": "yesterday"}, "time: is no time"),
        ({"call_type": "acompletion", "messages": "redacted-by-litellm", "response": {}}, "without its texts"),
        ({"custom_id": "a", "response": None, "error": {"code": "x"}}, "no answer to judge"),
    ],
)
def test_a_row_that_can_not_be_read_says_why(row: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError) as error:
        read_row(row, HERE)
    assert words in str(error.value)


def test_fields_are_named_by_the_user() -> None:
    form = mapped({"prompt": "q", "response": "a", "time": "when", "key": "who"})
    record = read_row({"q": "Hello?", "a": "Hi.", "when": 1_790_000_000, "who": "w"}, HERE, form)
    assert [(message.role, message.text) for message in record.exchange.messages] == BOTH
    assert record.key == "w"
    with pytest.raises(InputError, match="there is no such field; the row has q"):
        read_row({"q": "Hello?"}, HERE, form)
    with pytest.raises(InputError, match="'prompts' is no target"):
        mapped({"prompts": "q"})
    with pytest.raises(InputError, match="maps no text"):
        mapped({"time": "when"})


LLAMA3 = (
    "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe kind.<|eot_id|><|start_header_id|>user"
    "<|end_header_id|>\n\nSay ', params: x' twice.<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        f"INFO 09-21 14:13:20 [logger.py:39] Received request chatcmpl-1: prompt: {LLAMA3!r}, params: SamplingParams(n=1), prompt_token_ids: None, lora_request: None.",
        f"(APIServer pid=7) DEBUG 11-21 14:13:20 [logger.py:46] Request chatcmpl-1 details: prompt: {LLAMA3!r}, prompt_token_ids: [1, 2], prompt_embeds shape: None.",
    ],
)
def test_vllms_log_lines_are_read_and_the_template_taken_apart(line: str) -> None:
    found = line_of(line)
    assert found is not None
    record = VLLM.record(found, HERE)
    assert record.id == "chatcmpl-1"
    assert [(message.role, message.text) for message in record.exchange.messages] == [
        ("system", "Be kind."),
        ("user", "Say ', params: x' twice."),
    ]


def test_vllms_answers_are_read_and_other_lines_passed_over() -> None:
    found = line_of(
        "INFO 1 [logger.py:63] Generated response chatcmpl-1 (streaming complete): output: 'It\\'s \"me\".', output_token_ids: None, finish_reason: stop"
    )
    assert found is not None
    assert VLLM.record(found, HERE).exchange.messages[0].text == 'It\'s "me".'
    assert line_of("INFO 09-21 14:13:20 [api_server.py:1] Started server process") is None
    cut = line_of("INFO Received request chatcmpl-1: prompt: 'Hel")
    assert cut is not None
    with pytest.raises(InputError, match="max-log-len"):
        VLLM.record(cut, HERE)


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["user", "text", "x"])
)
names = st.sampled_from(
    [
        "messages",
        "request",
        "response",
        "body",
        "custom_id",
        "call_type",
        "prompt",
        "text",
        "role",
        "content",
        "conversations",
        "from",
        "value",
        "choices",
        "message",
        "output",
        "input",
        "type",
        "tool_calls",
        "function",
        "arguments",
        "model",
        "time",
        "id",
        "v",
        "action",
        "reports",
        "error",
        "user",
        "language",
    ]
)
nested = st.recursive(
    leaves, lambda inner: st.dictionaries(names, inner, max_size=4) | st.lists(inner, max_size=3), max_leaves=10
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(row=st.dictionaries(names, nested, max_size=8))
def test_whatever_a_row_holds_it_is_read_or_refused_in_words(row: dict[str, Any]) -> None:
    with suppress(InputError):
        record = read_row(row, HERE)
        assert record.exchange.messages or record.stored is not None
