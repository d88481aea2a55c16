"""Maps and lists in the taint analysis: what lies under one literal key, or at one place, is told apart from the rest.

Parts live in the same set as tainted names, so that branches join them: ``name NUL map: key`` is a tainted value under a
key, ``name NUL list: 010`` a list whose second item alone is tainted.
"""

from __future__ import annotations

from collections.abc import Callable

_MAP, _LIST = "\0map:", "\0list:"
_PARTS = "\0parts:"  # with a name: the state tells its parts apart, or did; without it there is nothing to look for

State = set[str]


def forget(state: State, name: str) -> None:
    """`name` was assigned something else."""
    if _PARTS + name not in state:
        return
    for part in [part for part in state if part.startswith((name + _MAP, name + _LIST))]:
        state.discard(part)


def begin_list(state: State, name: str) -> None:
    """`name` is a new, empty list."""
    forget(state, name)
    state |= {name + _LIST, _PARTS + name}


def put(state: State, name: str, key: str, tainted: bool) -> None:
    """``name.put("key", value)``."""
    if tainted:
        state |= {f"{name}{_MAP}{key}", _PARTS + name}
    else:
        state.discard(f"{name}{_MAP}{key}")


def has_map(state: State, name: str) -> bool:
    """Whether something in `name` is tainted, and `name` as a whole is not."""
    return _PARTS + name in state and name not in state and any(part.startswith(name + _MAP) for part in state)


def append(state: State, name: str, tainted: bool) -> bool:
    """``name.add(value)``; False where `name` is not a list whose items are known."""
    return _rewrite(state, name, lambda items: items + ("1" if tainted else "0"))


def remove(state: State, name: str, at: int) -> bool:
    """``name.remove(at)``; False where `name` is not a list whose items are known."""
    return _rewrite(state, name, lambda items: items[:at] + items[at + 1 :])


def holds(state: State, name: str, key: str) -> bool:
    """Whether ``name.get("key")`` is tainted."""
    return name in state or f"{name}{_MAP}{key}" in state


def item(state: State, name: str, at: int) -> bool | None:
    """Whether ``name.get(at)`` is tainted; None where `name` is not a list whose items are known."""
    lists = _lists(state, name)
    if not lists or name in state:
        return None
    return any(items[at : at + 1] == "1" for items in lists)


def any_part(state: State, name: str) -> bool:
    """Whether anything in `name` is tainted."""
    if _PARTS + name not in state:
        return False
    return any(part.startswith(name + _MAP) for part in state) or any("1" in items for items in _lists(state, name))


def _lists(state: State, name: str) -> list[str]:
    if _PARTS + name not in state:
        return []
    prefix = name + _LIST
    return [part[len(prefix) :] for part in state if part.startswith(prefix)]


def _rewrite(state: State, name: str, change: Callable[[str], str]) -> bool:
    lists = _lists(state, name)
    for items in lists:
        state.discard(name + _LIST + items)
    for items in lists:
        state.add(name + _LIST + change(items))
    return bool(lists)
