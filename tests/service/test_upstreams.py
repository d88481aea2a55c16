"""Several upstreams: who is asked, who is asked next, and what a client sees when nobody answers."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from service.upstreams import UpstreamSettings
from service.upstreams.routes import fitting, ordered

from .conftest import Scripted, scripted_upstream, serve

NOWHERE = "http://127.0.0.1:9/v1"
QUIET = {"health": {"interval_s": 0}}


def ask(model: str = "m", **more: Any) -> dict[str, Any]:
    return {"model": model, "messages": [{"role": "user", "content": "Hello there."}], **more}


@pytest.fixture
def two() -> Iterator[tuple[Scripted, Scripted]]:
    with ExitStack() as stack:
        one, other = (stack.enter_context(scripted_upstream()) for _ in range(2))
        one.says("One.")
        other.says("Other.")
        yield one, other


def said(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    return str(answer.json()["choices"][0]["message"]["content"])


class Routed:
    def __init__(self, name: str, state: str = "up", **settings: Any) -> None:
        self.settings = UpstreamSettings.model_validate({"name": name, "url": NOWHERE, **settings})
        self.state = state


def test_a_name_wins_over_a_pattern_and_what_fits_nowhere_is_refused() -> None:
    named, pattern, rest = (
        Routed("a", models=["llama-8b"]),
        Routed("b", models=["llama-*"]),
        Routed("c", models=["gp?"]),
    )
    for model, expected in {"llama-8b": [named], "llama-70b": [pattern], "gpt": [rest], "x": []}.items():
        assert fitting([named, pattern, rest], model) == expected
    assert fitting([named, pattern], None) == [named, pattern]


def test_weights_are_shares_and_priorities_an_order() -> None:
    upstreams = [Routed("heavy", weight=3), Routed("light"), Routed("fallback", priority=1, weight=1_000)]
    chance = random.Random(7)
    orders = [[one.settings.name for one in ordered(upstreams, chance)] for _ in range(4_000)]
    assert all(order[-1] == "fallback" for order in orders)
    assert 0.72 < Counter(order[0] for order in orders)["heavy"] / 4_000 < 0.78  # 3 of 4


@given(st.lists(st.sampled_from(["up", "down", "half-open", "resting"]), min_size=1, max_size=8), st.integers())
def test_what_is_up_is_asked_first_and_nobody_is_forgotten(states: list[str], seed: int) -> None:
    upstreams = [Routed(f"u{number}", state, priority=number % 3) for number, state in enumerate(states)]
    order = ordered(upstreams, random.Random(seed))
    assert set(order) == set(upstreams)
    assert [one.state == "up" for one in order] == sorted((one.state == "up" for one in order), reverse=True)


def test_requests_are_routed_and_renamed_and_keys_stay_apart(
    two: tuple[Scripted, Scripted], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    monkeypatch.setenv("ONE_KEY", "sk-one")
    upstreams = [
        {"name": "one", "url": one.url, "models": ["small"], "rename": {"small": "real-name"}, "key_env": "ONE_KEY"},
        {"name": "other", "url": other.url, "models": ["big-*"]},
    ]
    with (
        serve(upstreams=upstreams) as url,
        httpx.Client(base_url=url, headers={"Authorization": "Bearer mine"}) as client,
    ):
        assert said(client.post("/v1/chat/completions", json=ask("small"))) == "One."
        assert said(client.post("/v1/chat/completions", json=ask("big-1"))) == "Other."
        unknown = client.post("/v1/chat/completions", json=ask("nope"))
    assert one.requests[0]["model"] == "real-name"
    assert (one.authorizations, other.authorizations) == (["Bearer sk-one"], ["Bearer mine"])
    assert unknown.status_code == 404
    assert unknown.json()["error"]["code"] == "model_not_found"


def test_lists_of_models_become_one(two: tuple[Scripted, Scripted]) -> None:
    one, other = two
    one.models, other.models = ["real", "both", "hidden"], ["both", "big-1", 3]
    upstreams = [
        {"name": "one", "url": one.url, "models": ["small", "both"], "rename": {"small": "real"}},
        {"name": "other", "url": other.url, "models": ["big-*"]},
        {"name": "gone", "url": NOWHERE, "models": ["x"]},
    ]
    with serve(upstreams=upstreams) as url:
        rows = httpx.get(f"{url}/v1/models").json()["data"]
        ready = httpx.get(f"{url}/readyz")
    assert [row["id"] for row in rows] == ["small", "both", "big-1"]
    assert "secret" not in rows[0]
    assert ready.status_code == 200
    assert ready.json()["upstreams"] == {"one": "up", "other": "up", "gone": "down"}


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("how", ["unreachable", 429, 502, 503])
def test_a_request_goes_to_the_next_where_nothing_was_shown(
    two: tuple[Scripted, Scripted], how: int | str, stream: bool
) -> None:
    one, other = two
    one.status = 200 if how == "unreachable" else int(how)
    upstreams = [
        {"name": "one", "url": NOWHERE if how == "unreachable" else one.url, **QUIET},
        {"name": "other", "url": other.url, "priority": 1, **QUIET},
    ]
    with serve(upstreams=upstreams) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask(stream=stream))
        metrics = httpx.get(f"{url}/metrics").text
    assert answer.status_code == 200
    assert "Other." in answer.text
    assert len(other.requests) == 1
    assert 'corral_upstream_retries_total{upstream="other"} 1.0' in metrics


@pytest.mark.parametrize("status", [400, 401, 404, 500, 504])
def test_what_may_have_been_worked_on_is_not_asked_twice(two: tuple[Scripted, Scripted], status: int) -> None:
    one, other = two
    one.status = status
    upstreams = [{"name": "one", "url": one.url, **QUIET}, {"name": "other", "url": other.url, "priority": 1, **QUIET}]
    with serve(upstreams=upstreams) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask())
    assert answer.status_code == (status if status < 500 else 502)
    assert (len(one.requests), len(other.requests)) == (1, 0)


def test_an_upstream_is_asked_again_when_it_says_and_its_words_are_passed_on_when_that_is_too_long(
    scripted: Scripted,
) -> None:
    scripted.says("Fine.")
    scripted.status, scripted.error, scripted.headers = 429, "slow down", {"Retry-After": "30"}
    with serve(upstreams=[{"url": scripted.url, **QUIET}]) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask())
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
        assert answer.json()["error"]["message"] == "slow down"
        assert len(scripted.requests) == 1
        scripted.headers = {"Retry-After": "0"}
        assert httpx.post(f"{url}/v1/chat/completions", json=ask()).status_code == 429
        assert len(scripted.requests) == 4


def test_what_an_upstream_can_not_do_is_said_and_does_not_make_it_ill(scripted: Scripted) -> None:
    scripted.says("Fine.")
    scripted.status, scripted.error = 501, "This server does not support embeddings."
    with serve(upstreams=[{"name": "one", "url": scripted.url, "breaker": {"failures": 3}, **QUIET}]) as url:
        for _ in range(5):
            answer = httpx.post(f"{url}/v1/embeddings", json={"model": "m", "input": "Hello."})
            assert answer.status_code == 501
            words = "the upstream answered 501 to /v1/embeddings: This server does not support embeddings."
            assert answer.json()["error"]["message"] == words
        scripted.status = 200
        assert said(httpx.post(f"{url}/v1/chat/completions", json=ask())) == "Fine."


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (400, {"error": "model is required"}, "model is required"),
        (404, {"detail": "Not Found"}, "the upstream answered 404 to /v1/chat/completions: Not Found"),
        (404, {"message": "no m"}, "the upstream answered 404 to /v1/chat/completions: no m"),
        (400, [], "the upstream refused the request (it answered 400 to /v1/chat/completions)"),
        (400, {"error": 7}, "the upstream refused the request (it answered 400 to /v1/chat/completions)"),
        (
            500,
            {"error": "inner"},
            "the upstream failed; its own log says why (it answered 500 to /v1/chat/completions)",
        ),
    ],
)
def test_an_upstreams_own_words_are_read_in_each_form(scripted: Scripted, status: int, body: Any, words: str) -> None:
    scripted.status, scripted.error = status, body
    with serve(upstreams=[{"url": scripted.url, **QUIET}]) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask())
    assert answer.json()["error"]["message"] == words


def test_a_refused_key_of_the_proxys_is_not_quoted(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONE_KEY", "sk-secret-one")
    scripted.status, scripted.error = 401, "Incorrect API key provided: sk-secret-one"
    with serve(upstreams=[{"url": scripted.url, "key_env": "ONE_KEY", **QUIET}]) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask())
    assert answer.status_code == 502
    assert "sk-secret" not in answer.text


def test_the_breaker_answers_for_an_upstream_that_fails_and_lets_one_request_find_it_mended(scripted: Scripted) -> None:
    scripted.says("Fine.")
    scripted.status = 500
    breaker = {"failures": 3, "open_s": 0.5}
    with serve(upstreams=[{"name": "one", "url": scripted.url, "breaker": breaker, **QUIET}]) as url:
        for _ in range(3):
            assert httpx.post(f"{url}/v1/chat/completions", json=ask()).status_code == 502
        refused = httpx.post(f"{url}/v1/chat/completions", json=ask())
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "upstream_unavailable")
        assert refused.json()["error"]["message"].endswith("its latest failure: the upstream answered 500")
        assert int(refused.headers["retry-after"]) >= 1
        assert len(scripted.requests) == 3
        assert _state(url) == "open"
        scripted.status = 200
        time.sleep(0.6)
        assert said(httpx.post(f"{url}/v1/chat/completions", json=ask())) == "Fine."
        assert _state(url) == "up"


def _state(url: str, upstream: str = "one") -> str:
    """What routing goes by; /readyz already calls an upstream down whose last check alone failed."""
    page = httpx.get(f"{url}/metrics").text
    (state,) = [
        sample.labels["state"]
        for family in text_string_to_metric_families(page)
        for sample in family.samples
        if sample.name == "corral_upstream_state" and sample.value == 1 and sample.labels["upstream"] == upstream
    ]
    return state


def test_health_checks_prefer_the_one_that_is_well_and_see_it_mended(two: tuple[Scripted, Scripted]) -> None:
    one, other = two
    one.status = 500
    health = {"health": {"interval_s": 0.05, "failures": 2}}
    upstreams = [
        {"name": "one", "url": one.url, **health},
        {"name": "other", "url": other.url, "priority": 1, **health},
    ]
    with serve(upstreams=upstreams) as url:
        _until(lambda: _state(url) == "down")
        assert httpx.get(f"{url}/readyz").json()["upstreams"]["one"] == "down"
        assert said(httpx.post(f"{url}/v1/chat/completions", json=ask())) == "Other."
        assert one.requests == []
        one.status = 200
        _until(lambda: _state(url) == "up")
        assert said(httpx.post(f"{url}/v1/chat/completions", json=ask())) == "One."


def test_who_starts_the_proxy_hears_at_once_that_an_upstream_is_away(caplog: pytest.LogCaptureFixture) -> None:
    with serve(upstreams=[{"name": "gone", "url": NOWHERE, "health": {"interval_s": 60}}]):
        _until(lambda: f"upstream gone ({NOWHERE}) did not answer when the proxy started: " in caplog.text)


def test_who_starts_the_proxy_hears_that_an_address_is_not_an_apis(
    scripted: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = scripted.url.removesuffix("/v1")
    with serve(upstreams=[{"name": "one", "url": wrong, "health": {"interval_s": 60}}]) as url:
        _until(lambda: f"upstream one ({wrong}/) answers, but has no /models: is its url right?" in caplog.text)
        assert _state(url) == "up"  # some have no list of models, and answer all the same


def _until(true: Any, within_s: float = 60.0) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("stream", [False, True])
def test_each_silence_of_an_upstream_has_its_bound(scripted: Scripted, stream: bool) -> None:
    scripted.says("The first sentence is whole. The second one never ends")
    scripted.pieces = scripted.pieces[: len(scripted.pieces) * 2 // 3]
    scripted.hangs_within_s = 5.0
    with serve(upstreams=[{"url": scripted.url, "between_bytes_timeout_s": 0.4, **QUIET}]) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask(stream=stream), timeout=30)
    if stream:
        assert answer.text.count("upstream_timeout") == 1
        assert "The first sentence is whole." in answer.text
        assert "second" not in answer.text
    else:
        assert answer.status_code == 504


def test_an_answer_that_goes_on_for_too_long_is_ended(scripted: Scripted) -> None:
    scripted.says("word " * 400)
    scripted.pause_s = 0.02
    with serve(upstreams=[{"url": scripted.url, "total_timeout_s": 0.5, **QUIET}]) as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=ask(stream=True), timeout=30)
    assert "upstream_timeout" in answer.text
    assert scripted.cancelled.wait(5)


def test_an_upstream_gets_no_more_requests_at_once_than_it_may(scripted: Scripted) -> None:
    import threading

    scripted.says("Fine.")
    scripted.hang_s = 1.0
    with serve(upstreams=[{"url": scripted.url, "max_concurrent": 1, **QUIET}]) as url:
        answers: list[httpx.Response] = []
        threads = [
            threading.Thread(target=lambda: answers.append(httpx.post(f"{url}/v1/chat/completions", json=ask(), timeout=30)))
            for _ in range(4)
        ]  # fmt: skip
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses[200] >= 1
    assert statuses[200] + statuses[429] == 4
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 429)
