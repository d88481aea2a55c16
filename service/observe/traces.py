"""OpenTelemetry traces: one span a request, under it one a verdict with one a guard, and one a call of an upstream."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from guards.errors import MissingExtra
from guards.types import Status, Verdict

from .record import Record
from .settings import TraceSettings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

MAX_VERDICTS = 200  # that get spans of their own in one request: a long stream is judged many times


def provider(settings: TraceSettings) -> TracerProvider | None:
    """What sends spans to the endpoint that the settings name; None without one. Nothing else is sent anywhere.

    Raises:
        MissingExtra: the OpenTelemetry SDK is not installed.
    """
    if settings.endpoint is None:
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
    except ImportError:
        raise MissingExtra("opentelemetry-sdk", "otel") from None
    made = TracerProvider(
        sampler=ParentBased(TraceIdRatioBased(settings.sample)),
        resource=Resource.create({"service.name": settings.service_name}),
        shutdown_on_exit=False,
    )
    made.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=str(settings.endpoint), timeout=5)))
    return made


class Traces:
    """Makes the spans of a proxy's requests."""

    def __init__(self, provider: TracerProvider) -> None:
        from opentelemetry import trace
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        self._provider, self.api = provider, trace
        self.tracer = provider.get_tracer("corral")
        self.propagator = TraceContextTextMapPropagator()

    def began(self, record: Record, method: str) -> None:
        """A request has come; its trace goes on where its client's stands."""
        record.spans = RequestSpans(self, record, method)

    def close(self) -> None:
        """Sends what is queued, as long as the exporter's own timeout allows."""
        self._provider.shutdown()


class RequestSpans:
    """The spans of one request."""

    def __init__(self, traces: Traces, record: Record, method: str) -> None:
        self._traces, self._record = traces, record
        self._api = traces.api
        self._span = traces.tracer.start_span(
            f"{method} {record.route}".strip(),
            context=traces.propagator.extract(record.trace),
            kind=self._api.SpanKind.SERVER,
            attributes={"http.request.method": method, "http.route": record.route, "corral.request": record.request},
        )
        self._under = self._api.set_span_in_context(self._span)
        self._call: Any = None
        self._verdicts = 0
        record.trace = self._carried(self._under)

    def judged(self, verdict: Verdict) -> None:
        """A verdict was made; it ended just now."""
        self._verdicts += 1
        if not self._span.is_recording() or self._verdicts > MAX_VERDICTS:
            return
        end = time.time_ns()
        start = end - round(verdict.elapsed_ms * 1e6)
        stages = sorted({report.stage.value for report in verdict.reports})
        parent = self._traces.tracer.start_span(
            "judge " + "+".join(stages),
            context=self._under,
            start_time=start,
            attributes={"corral.action": verdict.action.value, "corral.budget_ms": verdict.budget_ms},
        )
        under = self._api.set_span_in_context(parent)
        for report in verdict.reports:
            child = self._traces.tracer.start_span(
                f"guard {report.guard}",
                context=under,
                start_time=start,
                attributes={
                    "corral.guard": report.guard,
                    "corral.stage": report.stage.value,
                    "corral.status": report.status.value,
                    "corral.tier": report.tier or "",
                    "corral.cached": report.cached,
                },
            )
            if report.status is not Status.DONE:
                child.set_status(self._api.StatusCode.ERROR, report.status.value)
            child.end(min(end, start + round(report.elapsed_ms * 1e6)))
        parent.end(end)

    def upstream_called(self) -> None:
        self.upstream_done()
        self._call = self._traces.tracer.start_span(
            f"upstream {self._record.dialect}",
            context=self._under,
            kind=self._api.SpanKind.CLIENT,
            attributes={"gen_ai.request.model": self._record.model or ""},
        )
        self._record.trace = self._carried(self._api.set_span_in_context(self._call))

    def upstream_done(self) -> None:
        if self._call is not None:
            for name, tokens in self._record.usage.items():
                self._call.set_attribute(f"gen_ai.usage.{name}", tokens)
            self._call.end()
            self._call = None

    def finished(self) -> None:
        """The last byte has left."""
        record = self._record
        self.upstream_done()
        self._span.set_attribute("http.response.status_code", record.status)
        self._span.set_attribute("corral.outcome", record.outcome)
        if record.verdict is not None:
            verdict = record.verdict()
            self._span.set_attributes({
                "corral.action": verdict.action.value,
                "corral.verdict": verdict.id,
                "corral.policy": verdict.policy,
            })  # fmt: skip
        if record.error is not None:
            self._span.set_attribute("error.type", record.error)
            if record.status >= 500 or record.stream:
                self._span.set_status(self._api.StatusCode.ERROR, record.error)
        self._span.end()

    def _carried(self, context: Any) -> dict[str, str]:
        carrier: dict[str, str] = {}
        self._traces.propagator.inject(carrier, context=context)
        return carrier
