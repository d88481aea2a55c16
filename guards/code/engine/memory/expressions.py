"""What expressions of C and C++ come to, and which accesses to memory they make."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from guards.code.engine.constants import value_of
from guards.code.engine.node import Node
from guards.code.engine.source import Code

from .facts import Facts
from .layout import Layout, written_number
from .library import LIMITS
from .values import NULL, Address, Block, Measured, Numbers, Place, Pointers, State, Text, Value

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}  # fmt: skip
_COMPUTE: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
}  # fmt: skip
_CASTS = frozenset({"static_cast", "reinterpret_cast", "const_cast"})
_STAR = re.compile(r"\*")


class Frame:
    """The variables of one call of a function: which there are, and of what type."""

    def __init__(self) -> None:
        self.types: dict[str, str] = {}


class Expressions:
    """Of one piece of code; `frames` are those of the calls that are under way, globals first."""

    def __init__(self, code: Code, layout: Layout, facts: Facts, called: Callable[[Node, State], Value | None]) -> None:
        self._code, self._layout, self._facts, self._called = code, layout, facts, called
        self.frames = [Frame()]
        self._literals: dict[Node, Block] = {}
        self._rooms: dict[tuple[int, str], Block] = {}

    # Variables

    def place_of(self, key: str) -> tuple[int, str]:
        """The frame that a variable stands in."""
        root = re.split(r"\.|->|\[", key, maxsplit=1)[0].lstrip("*&(")
        top = len(self.frames) - 1
        return (top, key) if root in self.frames[top].types or top == 0 else (0, key)

    def get(self, key: str, state: State) -> Value | None:
        frame, name = self.place_of(key)
        return state.frames[frame].get(name) if frame < len(state.frames) else None

    def set(self, key: str, value: Value | None, state: State) -> None:
        frame, name = self.place_of(key)
        variables = state.frames[frame]
        for part in [part for part in variables if part.startswith((name + ".", name + "->", name + "["))]:
            del variables[part]
        if value is None:
            variables.pop(name, None)
        else:
            variables[name] = value

    def type_of(self, key: str) -> str | None:
        frame, name = self.place_of(key)
        return self.frames[frame].types.get(name)

    # Values

    def value(self, node: Node, state: State, writes: bool = False) -> Value | None:
        """What `node` comes to; `writes`: it is assigned to."""
        self._code.matcher.step()
        match node.kind:
            case "name":
                return self._name(node, state)
            case "number_literal":
                number = written_number(node.text, self._code)
                return None if number is None else Numbers(number, number)
            case "char_literal":
                return self._letter(node)
            case "null" | "nullptr" | "false":
                return NULL
            case "true":
                return Numbers(1, 1)
            case "string":
                return self._string(node, state)
            case "cast_expression":
                return self._cast(self._code.text(node.kids[0]), self.value(node.kids[-1], state))
            case "binary":
                return self._binary(node, state)
            case "pointer_expression":
                return self._pointer(node, state, writes)
            case "index" if len(node.kids) == 2:
                return self._index(node, state, writes)
            case "member":
                return self._member(node, state)
            case "subscript_argument_list" if len(node.kids) == 1:  # C++
                return self.value(node.kids[0], state)
            case "conditional_expression" if len(node.kids) == 3:
                return self._either(node, state)
            case "sizeof_expression":
                return self._sizeof(node, state)
            case "unary_expression" if node.text == "-":
                inner = self.value(node.kids[0], state)
                return Numbers(-inner.high, -inner.low) if isinstance(inner, Numbers) else None
            case "unary_expression" if node.text == "!":
                inner = self.value(node.kids[0], state)
                known = inner.low if isinstance(inner, Numbers) and inner.low == inner.high else None
                return None if known is None else Numbers(int(not known), int(not known))
            case "call" if node.kids[0].kind == "template_function" and node.kids[0].kids[0].text in _CASTS:
                name = self._code.text(node.kids[0]).partition("<")[2].rstrip(">")
                return self._cast(name, self.value(node.kids[-1], state))
            case _:
                return self._called(node, state)

    def number(self, node: Node, state: State) -> int | None:
        """The one number that `node` comes to."""
        found = self.value(node, state)
        return found.low if isinstance(found, Numbers) and found.low == found.high else None

    def truth(self, node: Node, state: State) -> bool | None:
        found = self.value(node, state)
        if isinstance(found, Numbers) and found.low == found.high:
            return found.low != 0
        known = value_of(node, {}) if node.kind != "string" else None
        return None if known is None else bool(known)

    def access(self, node: Node, at: Pointers, first: int, length: int, *, writes: bool) -> None:
        """`length` bytes are used from `first` bytes behind where a pointer leads."""
        for place in at.places:
            if place.offset is None:
                continue
            begin = place.offset + first
            if begin < 0:
                self._facts.tell(node, "before-start")
            elif place.block.size is not None and begin + length > place.block.size:
                self._facts.tell(node, "written-beyond" if writes else "read-beyond")

    def _name(self, node: Node, state: State) -> Value | None:
        if node.text in ("NULL", "nullptr"):
            return NULL
        found = self.get(node.text, state)
        if found is None and self.type_of(node.text) is None:
            number = LIMITS.get(node.text)
            number = written_number(node.text, self._code) if number is None else number
            if number is None:
                return self._field_array(node, node.text)
            return Numbers(number, number)
        return found

    def _field_array(self, node: Node, name: str) -> Value | None:
        """An array that is a field, under the name that it has here."""
        field = node.kids[-1].text if node.kids else node.text
        size = self._layout.field_room(field)
        if size is None:
            return None
        step = self._layout.field_step(field)
        block = self._rooms.setdefault(self.place_of(name), Block(node, "stack", size, step))
        return Pointers(frozenset([Place(block)]), step)

    def _letter(self, node: Node) -> Value | None:
        text = self._code.text(node).lstrip("LuU8").strip("'")
        if text in ("\\0", "\\x00"):
            return NULL
        return Numbers(ord(text), ord(text)) if len(text) == 1 else None

    def _string(self, node: Node, state: State) -> Value:
        block = self._literals.get(node)
        step = 4 if self._code.text(node).startswith("L") else 1
        length = len(re.sub(r"\\(x[0-9a-fA-F]+|[0-7]{1,3}|.)", "x", node.text)) * step
        if block is None:
            block = self._literals[node] = Block(node, "text", length + step, step)
        state.texts[block] = Text(length, True)
        return Pointers(frozenset([Place(block)]), step)

    def _cast(self, name: str, value: Value | None) -> Value | None:
        if isinstance(value, Address) and "*" in name:
            return replace(value, step=self._layout.size(_STAR.sub("", name, count=1)))
        if not isinstance(value, Pointers) or "*" not in name:
            return value
        inner = _STAR.sub("", name, count=1)
        return value if inner.strip() == "void" else replace(value, step=self._layout.size(inner))

    def _binary(self, node: Node, state: State) -> Value | None:
        if node.text in ("&&", "||"):
            left = self.truth(node.kids[0], state)
            if left is not None and left == (node.text == "||"):
                return Numbers(int(left), int(left))
            right = self.truth(node.kids[1], self.doubting(node.kids[0], state))
            return Numbers(int(right), int(right)) if left is not None and right is not None else None
        left_value, right_value = (self.value(kid, state) for kid in node.kids)
        if isinstance(left_value, Pointers) and isinstance(right_value, Numbers) and node.text in ("+", "-"):
            return self.moved(left_value, right_value, 1 if node.text == "+" else -1)
        if isinstance(right_value, Pointers) and isinstance(left_value, Numbers) and node.text == "+":
            return self.moved(right_value, left_value, 1)
        pointer = isinstance(left_value, Pointers) or isinstance(right_value, Pointers)
        if not pointer and (isinstance(left_value, Measured) or isinstance(right_value, Measured)):
            added = node.text == "+" and any(isinstance(one, Numbers) for one in (left_value, right_value))
            more = added or Measured(more=True) in (left_value, right_value)
            return Measured(more) if node.text in ("+", "*") else None
        if not isinstance(left_value, Numbers) or not isinstance(right_value, Numbers):
            if isinstance(left_value, Pointers) and node.text in ("+", "-"):
                places = frozenset(replace(place, offset=None) for place in left_value.places)
                return replace(left_value, places=places)
            return None
        return self._computed(node, left_value, right_value)

    def _computed(self, node: Node, left: Numbers, right: Numbers) -> Value | None:
        compute, compare = _COMPUTE.get(node.text), _COMPARE.get(node.text)
        single = left.low == left.high and right.low == right.high
        if compare is not None and single:
            truth = int(compare(left.low, right.low))
            return Numbers(truth, truth)
        if compute is not None and single:
            number = compute(left.low, right.low)
            return Numbers(number, number)
        if compute is not None and node.text in ("+", "-") and (left.low == left.high or right.low == right.high):
            ends = sorted((compute(left.low, right.low), compute(left.high, right.high)))
            if node.text == "-" and right.low != right.high:
                ends = sorted((left.low - right.high, left.low - right.low))
            return Numbers(ends[0], ends[1])
        if node.text in ("/", "%") and single and right.low > 0 and left.low >= 0:
            number = left.low // right.low if node.text == "/" else left.low % right.low
            return Numbers(number, number)
        return None

    def moved(self, pointers: Pointers, by: Numbers, sign: int) -> Pointers:
        """The same pointers, `by` items on or back."""
        step = pointers.step
        places = frozenset(
            replace(
                place,
                offset=place.offset + sign * by.low * step
                if place.offset is not None and step is not None and by.low == by.high
                else None,
            )
            for place in pointers.places
        )
        return replace(pointers, places=places)

    def _pointer(self, node: Node, state: State, writes: bool) -> Value | None:
        inner = node.kids[0]
        if node.text == "&":
            key = self._code.key(inner)
            if inner.kind == "index" and len(inner.kids) == 2:
                base, at = self.value(inner.kids[0], state), self.value(inner.kids[1], state)
                if isinstance(base, Pointers) and isinstance(at, Numbers):
                    return self.moved(base, at, 1)
                return None
            return None if key is None else Address(*self.place_of(key))
        base = self.value(inner, state)
        if isinstance(base, Address):
            size = self._layout.size(self.frames[base.frame].types.get(base.name) or "")
            if base.step is not None and size is not None and base.step > size:
                self._facts.tell(node, "written-beyond" if writes else "read-beyond")
            return state.frames[base.frame].get(base.name) if base.frame < len(state.frames) else None
        if isinstance(base, Pointers):
            self.access(node, base, 0, base.step or 1, writes=writes)
        return None

    def _index(self, node: Node, state: State, writes: bool) -> Value | None:
        base, at = (self.value(kid, state) for kid in node.kids)
        if isinstance(base, Pointers) and base.inner:
            if not isinstance(at, Numbers):
                return None
            ends = {at.low, at.high}
            places = [self.moved(base, Numbers(end, end), 1).places for end in ends]
            return Pointers(frozenset().union(*places), base.inner[0], base.moved, base.inner[1:])
        if isinstance(base, Pointers) and isinstance(at, Numbers) and base.step is not None:
            self.access(node, base, at.high * base.step, base.step, writes=writes)
            if at.low != at.high:
                self.access(node, base, at.low * base.step, base.step, writes=writes)
        if isinstance(base, Address):
            return None
        return self.get(self._code.key(node) or "", state)

    def _member(self, node: Node, state: State) -> Value | None:
        key = self._code.key(node) or ""
        found = self.get(key, state)
        if found is None and node.kids[-1].kind == "name":
            room = self._field_array(node, key)
            if room is not None:
                return room
        if node.kids[0].kind not in ("name", "member", "this"):
            self.value(node.kids[0], state)
        return found

    def _either(self, node: Node, state: State) -> Value | None:
        known = self.truth(node.kids[0], state)
        if known is not None:
            return self.value(node.kids[1 if known else 2], state)
        unsure = self.doubting(node.kids[0], state)
        one, two = (self.value(kid, unsure) for kid in node.kids[1:])
        if isinstance(one, Pointers) and isinstance(two, Pointers):
            return replace(one, places=one.places | two.places)
        return one if one == two else None

    def doubting(self, condition: Node, state: State) -> State:
        """A state in which nothing is known of the numbers and the moved pointers that a condition speaks of."""
        names = {part.text for part in condition.walk() if part.kind == "name"}
        unsure = state
        for name in names:
            found = self.get(name, state)
            if isinstance(found, Numbers) and found.low != found.high:
                unsure = state.copy() if unsure is state else unsure
                self.set(name, None, unsure)
        return unsure

    def _sizeof(self, node: Node, state: State) -> Value | None:
        inner = node.kids[0]
        size: int | None
        if inner.kind == "type_descriptor":
            size = self._layout.size(self._code.text(inner))
        elif inner.kind == "name":
            size = self._size_of_name(inner.text, state)
        elif inner.kind in ("pointer_expression", "index") and inner.kids[0].kind == "name":
            base = self.get(inner.kids[0].text, state)
            declared = self.type_of(inner.kids[0].text) or ""
            size = base.step if isinstance(base, Pointers) else None
            if "*" in declared:
                size = self._layout.size(_STAR.sub("", declared, count=1))
        elif inner.kind == "member":
            size = self._layout.field_room(inner.kids[-1].text)
        elif inner.kind == "string":
            size = len(inner.text) + 1
        else:
            size = None
        return None if size is None else Numbers(size, size)

    def _size_of_name(self, name: str, state: State) -> int | None:
        declared = self.type_of(name)
        if declared is None:
            return self._layout.size(name)
        if declared.endswith("]"):
            held = self.get(name, state)
            return next(iter(held.places)).block.size if isinstance(held, Pointers) else None
        return self._layout.size(declared)
