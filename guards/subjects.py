"""What of an exchange is judged under a policy, and as what: documents between a policy's marks, calls written as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .errors import BodyTooLarge
from .policy import Policy
from .text.calls import calls_in
from .types import Exchange, Message, Stage, Subject

MAX_TEXTS = 2_500  # of one exchange; more than a model's context holds turns, and no more than a batch of embeddings


def subjects_of(exchange: Exchange, policy: Policy, *, most: int | None = MAX_TEXTS) -> tuple[Subject, ...]:
    """Every part of `exchange` that the policy wants judged.

    Each turn has all before it as its context, so that the work grows by the square of their number: `most` bounds it.

    Raises:
        BodyTooLarge: there are more parts than `most`.
    """
    if most is not None and len(exchange.messages) > most:
        raise too_many(most)
    marked = replace(exchange, messages=tuple(_marked(message, policy) for message in exchange.messages))
    first = _last_turn(exchange) if policy.history == "last_turn" else 0
    found: list[Subject] = []
    for subject in marked.subjects():
        if subject.index is None or subject.index >= first:
            found.append(subject)
            if subject.stage is Stage.OUTPUT:
                found.extend(written_calls(subject))
    if most is not None and len(found) > most:
        raise too_many(most)
    return tuple(found)


def too_many(most: int = MAX_TEXTS, field: str = "body") -> BodyTooLarge:
    return BodyTooLarge(f"holds more than {most} texts to be judged", field=field, fix="send less: leave out old turns")


def written_calls(output: Subject) -> Iterator[Subject]:
    """The tool calls that a model's text holds in Llama 3.1's own formats, each as a subject of its own."""
    for found in calls_in(output.text):
        start = output.text.find(found.call.arguments, found.start, found.end)
        span = (
            (start, start + len(found.call.arguments))
            if start >= 0 and found.call.arguments
            else (found.start, found.end)
        )
        yield Subject(
            output.text[slice(*span)],
            Stage.TOOL_CALL,
            output.context,
            output.index,
            output.language,
            found.call.name,
            (output.in_message(span),),
        )


def _marked(message: Message, policy: Policy) -> Message:
    """The message with what stands between the policy's document marks told apart."""
    if not policy.document_delimiters or message.role not in ("user", "system"):
        return message
    documents = sorted({*message.documents, *policy.documents_in(message.text)})
    apart: list[tuple[int, int]] = []
    for start, end in documents:
        start = max(start, apart[-1][1]) if apart else start
        if start < end:
            apart.append((start, end))
    return replace(message, documents=tuple(apart))


def _last_turn(exchange: Exchange) -> int:
    """The index at which the newest turn begins: after the last assistant message that is followed by something."""
    last = len(exchange.messages) - 1
    while last > 0 and exchange.messages[last - 1].role != "assistant":
        last -= 1
    return last
