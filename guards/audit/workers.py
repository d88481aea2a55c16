"""Worker processes that judge parts, in order and never too many at once; one that dies is replaced."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait

from ..errors import GuardError
from .parts import Done, Options, Part, Worker

AHEAD = 3  # parts a worker may be ahead of what is written: this bounds the memory
TRIES = 3  # times that one part may lose its worker
INTERRUPTED = 130  # the exit status of what Ctrl-C ended

_worker: Worker | None = None


def in_process(parts: Iterable[Part], options: Options) -> Iterator[Done]:
    """Judges here, one part after the other."""
    worker = Worker(options)
    try:
        for part in parts:
            yield worker.work(part)
    finally:
        worker.close()


def in_processes(parts: Iterable[Part], options: Options, workers: int) -> Iterator[Done]:
    """Judges on `workers` processes; the results come in the parts' order.

    Raises:
        GuardError: a part lost its worker again and again (it was killed, or ran out of memory).
        CorralError: the guards can't be loaded.
    """
    if workers <= 1:
        yield from in_process(parts, options)
        return
    Worker(options).close()  # what is wrong shows here, in words, not as a pool that breaks
    source = iter(parts)
    waiting: deque[tuple[Part, Future[Done]]] = deque()
    pool = _pool(options, workers)
    lost: dict[int, int] = {}
    try:
        while True:
            while len(waiting) < AHEAD * workers and (part := next(source, None)) is not None:
                waiting.append((part, _submitted(pool, part)))
            if not waiting:
                return
            part, answer = waiting[0]
            try:
                done = answer.result()
            except BrokenProcessPool:
                lost[part.number] = lost.get(part.number, 0) + 1
                if lost[part.number] > TRIES:
                    first, last = part.rows[0].number, part.rows[-1].number
                    raise GuardError(
                        f"a worker died {TRIES} times over rows {first} to {last} of {part.file}: out of memory? "
                        "try --workers 1, or a smaller --max-line-bytes"
                    ) from None
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(options, workers)
                waiting = deque((each, _submitted(pool, each)) for each, _ in waiting)
                continue
            waiting.popleft()
            yield done
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, part: Part) -> Future[Done]:
    try:
        with _undisturbed():
            return pool.submit(_work, part)
    except BrokenProcessPool as error:
        answer: Future[Done] = Future()
        answer.set_exception(error)
        return answer


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the block is done.

    A worker that is started in it is born deaf to Ctrl-C, until `_begin` can end it without a word, and is told what it is to
    do before this process goes.
    """
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    came: list[int] = []
    main = threading.current_thread() is threading.main_thread()  # other threads may take the signal in its stead
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number)) if main else None
    try:
        yield
    finally:
        if main:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if came:
            signal.raise_signal(signal.SIGINT)


def _pool(options: Options, workers: int) -> ProcessPoolExecutor:
    # Spawned: the guards' threads and ONNX Runtime do not survive a fork.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(options,))


def _begin(options: Options) -> None:
    global _worker
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as under nohup
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))  # the audit itself says what became of it
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, name="corral-parent", daemon=True).start()
    _worker = Worker(options)
    gc.freeze()  # models and rules stay: going through them at each collection takes a twentieth of the time


def _end_with_parent() -> None:
    """An audit that is killed can't stop its workers, and each would wait for work for ever, its models in memory."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _work(part: Part) -> Done:
    assert _worker is not None
    return _worker.work(part)
