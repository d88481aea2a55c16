"""What is seen of a request: its id, its lines in the log, its spans; and that no text is in any of them."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from guards.errors import MissingExtra
from service.observe.logs import logging_as
from service.observe.settings import LogSettings, TraceSettings
from service.observe.traces import Traces, provider

from .conftest import Scripted, serve
from .test_decision_log import ATTACK, CANARY, chat, corral

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def ask(url: str, headers: dict[str, str], text: str = "Hi.", *, stream: bool = False) -> httpx.Response:
    body = {"model": "m", "messages": [{"role": "user", "content": text}], "stream": stream}
    return httpx.post(f"{url}/v1/chat/completions", json=body, headers=headers, timeout=30)


def test_a_request_keeps_the_id_that_its_client_gave(scripted: Scripted) -> None:
    scripted.says("Fine.")
    with serve(upstream=scripted.url) as url:
        for stream in (False, True):
            answer = ask(url, {"X-Request-Id": "job-7:a.b"}, stream=stream)
            assert answer.headers.get_list("x-request-id") == ["job-7:a.b"]
            assert scripted.asked_with[-1]["x-request-id"] == "job-7:a.b"
        wrong = httpx.get(f"{url}/v1/nothing", headers={"X-Request-Id": "w"}, timeout=30)
        assert (wrong.status_code, wrong.headers["x-request-id"]) == (400, "w")
        for bad in ("a b", "x" * 129, "", "a/b"):
            made = ask(url, {"X-Request-Id": bad}).headers["x-request-id"]
            assert made != bad
            assert len(made) == 32
        assert ask(url, {}).headers["x-request-id"] != ask(url, {}).headers["x-request-id"]


def test_trace_context_is_passed_on_without_any_tracing(scripted: Scripted) -> None:
    scripted.says("Fine.")
    with serve(upstream=scripted.url) as url:
        ask(url, {"traceparent": TRACE, "tracestate": "a=1"})
        assert (scripted.asked_with[-1]["traceparent"], scripted.asked_with[-1]["tracestate"]) == (TRACE, "a=1")
        ask(url, {"traceparent": "rubbish", "tracestate": "a=1"})
        assert not {"traceparent", "tracestate"} & scripted.asked_with[-1].keys()


def spans(exporter: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    return {span.name: span for span in exporter.get_finished_spans()}


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def traces(exporter: InMemorySpanExporter) -> TracerProvider:
    made = TracerProvider(shutdown_on_exit=False)
    made.add_span_processor(SimpleSpanProcessor(exporter))
    return made


@pytest.mark.parametrize("stream", [False, True])
def test_a_request_is_one_trace_from_its_client_to_the_upstream(
    scripted: Scripted, exporter: InMemorySpanExporter, traces: TracerProvider, stream: bool
) -> None:
    scripted.says(f"The {CANARY} is a plant.")
    with serve(upstream=scripted.url, tracer=traces) as url:
        assert ask(url, {"traceparent": TRACE}, f"What is a {CANARY}?", stream=stream).status_code == 200
    found = spans(exporter)
    server, upstream = found["POST /v1/chat/completions"], found["upstream chat"]
    assert f"{server.context.trace_id:032x}" == TRACE.split("-")[1]
    assert server.parent is not None
    assert f"{server.parent.span_id:016x}" == TRACE.split("-")[2]
    assert upstream.parent is not None
    assert upstream.parent.span_id == server.context.span_id
    assert scripted.asked_with[-1]["traceparent"].split("-")[2] == f"{upstream.context.span_id:016x}"
    for judged, guards in (("judge input", {"injection", "content"}), ("judge output", {"content", "code"})):
        assert found[judged].parent == server.context
        inside = [span for span in exporter.get_finished_spans() if span.parent == found[judged].context]
        assert {span.attributes and span.attributes["corral.guard"] for span in inside} == guards
        assert all(span.attributes and span.attributes["corral.status"] == "done" for span in inside)
    assert server.attributes is not None
    assert server.attributes["corral.action"] == "allow"
    assert server.attributes["http.response.status_code"] == 200
    assert CANARY not in "".join(span.to_json() for span in exporter.get_finished_spans())


def test_a_refused_prompt_has_no_upstream_in_its_trace(
    scripted: Scripted, exporter: InMemorySpanExporter, traces: TracerProvider
) -> None:
    with serve(upstream=scripted.url, tracer=traces) as url:
        ask(url, {}, ATTACK)
        scripted.status = 500
        ask(url, {})
        httpx.get(f"{url}/v1/{CANARY}", timeout=30)
    servers = [span for span in exporter.get_finished_spans() if span.kind.name == "SERVER"]
    assert [span.attributes and span.attributes["corral.outcome"] for span in servers] == [
        "refused",
        "failed",
        "failed",
    ]
    assert [span.status.status_code.name for span in servers] == ["UNSET", "ERROR", "UNSET"]
    assert sum(span.name == "upstream chat" for span in exporter.get_finished_spans()) == 1
    assert CANARY not in "".join(span.to_json() for span in exporter.get_finished_spans())


def test_spans_go_to_the_collector_that_the_settings_name() -> None:
    posts: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        """Stands in for an OpenTelemetry collector: takes what the real exporter sends."""

        def do_POST(self) -> None:
            posts.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    collector = HTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=collector.serve_forever, daemon=True).start()
    endpoint = f"http://127.0.0.1:{collector.server_address[1]}/v1/traces"
    made = provider(TraceSettings.model_validate({"endpoint": endpoint, "service_name": "guarded"}))
    assert made is not None
    traces = Traces(made)
    traces.tracer.start_span("a").end()
    traces.close()
    collector.shutdown()
    collector.server_close()
    assert [path for path, _ in posts] == ["/v1/traces"]


def test_without_an_endpoint_nothing_that_sends_spans_is_even_loaded() -> None:
    code = (
        "import sys; from service.app import create_app; from service.settings import Settings\n"
        "create_app(Settings.model_validate({'upstream': 'http://127.0.0.1:9/v1'}))\n"
        "print(any(name.startswith('opentelemetry.sdk') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_traces_without_the_extra_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(MissingExtra, match=r"llama-corral\[otel\]"):
        provider(TraceSettings.model_validate({"endpoint": "http://127.0.0.1:9/v1/traces"}))


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_error_is_told_by_kind_and_place_never_in_its_own_words(form: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    with logging_as(LogSettings(format=form)):
        try:
            try:
                int(CANARY)
            except ValueError as error:
                raise RuntimeError(f"no number: {CANARY}") from error
        except RuntimeError:
            logging.getLogger("corral.test").exception("it broke\nhere")
        logging.getLogger("corral.test").debug("not shown")
    told = said.getvalue()
    assert CANARY not in told
    assert "ValueError -> RuntimeError" in told
    assert "test_observe.py" in told
    assert "not shown" not in told
    if form == "json":
        (row,) = map(json.loads, told.splitlines())
        assert {"time", "level", "logger", "message", "error", "where"} == row.keys()


def test_each_line_of_a_server_is_json_where_that_is_wanted(scripted: Scripted, tmp_path: Any) -> None:
    scripted.says("Fine.")
    config = tmp_path / "corral.yaml"
    config.write_text(f"version: 1\nupstream: {scripted.url}\nlog: {{format: json, requests: true}}\n")
    with corral("--config", str(config)) as (url, server):
        answer = chat(url)
        chat(url, ATTACK)
        httpx.get(f"{url}/v1/{CANARY}", timeout=30)
        server.terminate()
        server.wait(30)
        assert server.stderr is not None
        rows = [json.loads(line) for line in server.stderr.read().splitlines()]
    lines = [row for row in rows if row["message"] == "request" and row["route"] != "/healthz"]
    assert [(row["route"], row["status"], row["outcome"], row.get("action")) for row in lines] == [
        ("/v1/chat/completions", 200, "answered", "allow"),
        ("/v1/chat/completions", 200, "refused", "block"),
        ("unknown", 400, "failed", None),
    ]
    assert lines[0]["request"] == answer.headers["x-request-id"]
    assert lines[2]["code"] == "unsupported_input"
    assert CANARY not in json.dumps(rows)
