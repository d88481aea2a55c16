"""The breaker: never shut for ever, never more than one trial at a time, one told change for each change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guards.breaker import Breaker


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def broken(clock: Clock, told: list[str] | None = None) -> Breaker:
    breaker = Breaker(failures=3, open_s=5, max_open_s=20, clock=clock, changed=None if told is None else told.append)
    for _ in range(3):
        assert breaker.admits()
        breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row_and_not_before() -> None:
    clock = Clock()
    breaker = Breaker(failures=3, clock=clock)
    for outcome in (breaker.failed, breaker.failed, breaker.succeeded, breaker.failed, breaker.failed):
        outcome()
    assert breaker.state == "closed"
    breaker.failed()
    assert breaker.state == "open"
    assert not breaker.admits()
    assert breaker.retry_after_s == 5


def test_half_open_admits_one_trial_and_its_success_closes() -> None:
    clock, told = Clock(), list[str]()
    breaker = broken(clock, told)
    clock.now += 5
    assert [breaker.admits() for _ in range(3)] == [True, False, False]
    breaker.succeeded()
    assert breaker.state == "closed"
    assert told == ["open", "half-open", "closed"]


def test_a_failed_trial_doubles_the_wait_up_to_a_bound() -> None:
    clock = Clock()
    breaker = broken(clock)
    waits = []
    for _ in range(4):
        clock.now += breaker.retry_after_s
        assert breaker.admits()
        breaker.failed()
        waits.append(breaker.retry_after_s)
    assert waits == [10, 20, 20, 20]


def test_a_trial_given_up_or_lost_makes_room_for_another() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += 5
    assert breaker.admits()
    breaker.dropped()
    assert breaker.admits()
    clock.now += 20  # nobody ever told how this one went
    assert breaker.admits()


@given(st.lists(st.sampled_from(["ok", "fail", "drop", "wait"]), max_size=60))
def test_whatever_happened_time_and_a_success_mend_it(steps: list[str]) -> None:
    clock = Clock()
    breaker = Breaker(failures=2, open_s=1, max_open_s=8, clock=clock)
    for step in steps:
        if step == "wait":
            clock.now += 0.7
        elif breaker.admits():
            {"ok": breaker.succeeded, "fail": breaker.failed, "drop": breaker.dropped}[step]()
    clock.now += 8
    assert breaker.admits()
    breaker.succeeded()
    assert breaker.state == "closed"
