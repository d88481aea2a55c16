"""A decorator for functions that ask a model: ``@guarded(corral)`` judges what goes in and what comes out.

>>> @guarded(corral, prompt="question")
... def answer(question: str) -> str: ...
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from typing import Any, TypeVar

from ..corral import Corral
from ..types import Message
from .spoken import Spoken, heard, released, replied

F = TypeVar("F", bound=Callable[..., Any])


def guarded(corral: Corral, *, prompt: str | None = None) -> Callable[[F], F]:
    """Judges the argument called `prompt` (the first, if left out) and the text that the function gives or yields.

    For functions, generators, coroutines and asynchronous generators. What the policy redacts is taken out, either way.

    Raises, where the function is called:
        Blocked: the policy stopped the prompt, or the reply; of a generator, once what may be shown was yielded.
        TypeError: the prompt, or what the function gives, is no text.
    """

    def wrap(function: F) -> F:
        signature = inspect.signature(function)
        name = prompt or next(iter(signature.parameters), "")
        if name not in signature.parameters:
            raise TypeError(f"{function.__qualname__} has no argument {prompt!r} that could be judged")

        async def judged(args: Any, kwargs: Any) -> tuple[inspect.BoundArguments, tuple[Message, ...]]:
            given = signature.bind(*args, **kwargs)
            given.apply_defaults()
            asked = (Message("user", _text(given.arguments[name], f"{function.__qualname__}'s {name}")),)
            messages, _ = await heard(corral.pipeline, corral.policy, asked)
            given.arguments[name] = messages[0].text
            return given, messages

        async def checked(reply: Any, context: tuple[Message, ...]) -> str:
            said = _text(reply, f"what {function.__qualname__} gives")
            return (await replied(corral.pipeline, corral.policy, said, context))[0]

        run = corral.pipeline.run_sync
        made: Callable[..., Any]
        if inspect.isasyncgenfunction(function):

            @functools.wraps(function)
            async def agenerator(*args: Any, **kwargs: Any) -> AsyncIterator[str]:
                given, context = await judged(args, kwargs)
                pieces = function(*given.args, **given.kwargs)
                async for piece in released(corral.pipeline, corral.policy, pieces, context):
                    yield piece

            made = agenerator
        elif inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def coroutine(*args: Any, **kwargs: Any) -> str:
                given, context = await judged(args, kwargs)
                return await checked(await function(*given.args, **given.kwargs), context)

            made = coroutine
        elif inspect.isgeneratorfunction(function):

            @functools.wraps(function)
            def generator(*args: Any, **kwargs: Any) -> Iterator[str]:
                given, context = run(lambda: judged(args, kwargs))
                spoken = Spoken(corral.pipeline, corral.policy, context)
                with closing(function(*given.args, **given.kwargs)) as pieces:
                    for piece in pieces:
                        if shown := run(functools.partial(spoken.says, piece)):
                            yield shown
                        if spoken.stopped:
                            raise spoken.blocked()
                if shown := run(spoken.ends):
                    yield shown
                if spoken.stopped:
                    raise spoken.blocked()

            made = generator
        else:

            @functools.wraps(function)
            def plain(*args: Any, **kwargs: Any) -> str:
                given, context = run(lambda: judged(args, kwargs))
                reply = function(*given.args, **given.kwargs)
                return run(lambda: checked(reply, context))

            made = plain
        return made  # type: ignore[return-value]

    return wrap


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{what} is {type(value).__name__}, and only text can be judged")
    return value
