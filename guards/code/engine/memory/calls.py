"""What calls do to memory: the C library's, allocations and releases; what else a call may do is not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from guards.code.engine.calls import called_name
from guards.code.engine.node import Node
from guards.code.engine.source import Code

from .expressions import Expressions
from .facts import Facts
from .layout import Layout
from .library import COPIES, KEEPS_NOTHING, LENGTHS, MADE, RELEASES, SIZED, Sized, written_length
from .values import NULL, Address, Block, Measured, Numbers, Origin, Place, Pointers, State, Text, Value

_OF_STD = re.compile(r"^(std|::)?$")


class Calls:
    """Of one piece of code."""

    def __init__(
        self,
        code: Code,
        layout: Layout,
        facts: Facts,
        expressions: Expressions,
        own: Callable[[Node, Node, list[Value | None], State], tuple[bool, Value | None]],
    ) -> None:
        """`own` follows a call into a function of this code, if it may."""
        self._code, self._layout, self._facts, self._expressions, self._own = code, layout, facts, expressions, own
        self.given_up: set[Block] = set()  # what was released, or handed on, on some way

    def call(self, node: Node, state: State) -> Value | None:
        callee, arguments = node.kids[0], node.kids[1:]
        name = called_name(node)
        free = callee.kind == "name" or (callee.kind == "member" and _OF_STD.match(callee.kids[0].text) is not None)
        values = [self._expressions.value(argument, state) for argument in arguments]
        if callee.kind == "name" or free:
            function = self._code.functions.get(name)
            if function is not None:
                followed, value = self._own(node, function, values, state)
                if followed:
                    return value
        elif callee.kind == "member":
            self._expressions.value(callee.kids[0], state)
        if free:
            if name in MADE:
                return self._made(node, name, values, state)
            if name in RELEASES and len(values) == 1:
                self.release(node, RELEASES[name], values[0], state)
                return None
            if name in LENGTHS and len(values) == 1:
                return self._length(values[0], state, 4 if name == "wcslen" else 1)
            if name in COPIES and len(values) == 2:
                self._copy(node, *COPIES[name], values, state)
                return values[0]
            if name == "sprintf" and len(values) >= 2:
                self._format(node, values, state)
                return None
            if name in SIZED:
                self._sized(node, SIZED[name], name, values, state)
                return values[0] if name in ("memcpy", "memmove", "memset", "strncpy") else None
            if name == "strncat" and len(values) == 3:
                self._forget_text(values[0], state)
                return values[0]
        keeps = name not in KEEPS_NOTHING or not free
        for value in values:
            if keeps:
                self.escape(value, state)
            if isinstance(value, Address):
                self.reset(value, state)
            if name not in ("printf", "puts", "fprintf", "fputs", "strcmp", "strncmp", "write", "send", "fwrite"):
                self._forget_text(value, state)
        return None

    def new(self, node: Node, state: State) -> Value:
        """``new int[50]``, ``new Thing(x)``"""
        kinds = [kid.kind for kid in node.kids]
        name = next((self._code.text(kid) for kid in node.kids if kid.kind in ("name", "sized_type_specifier")), "")
        step = self._layout.size(name) if name else None
        held = False
        for kid in node.kids[1:]:
            if kid.kind not in ("new_declarator", "member"):
                self.escape(self._expressions.value(kid, state), state)
            held = held or any(part.kind == "this" for part in kid.walk())
        if "new_declarator" in kinds:
            declarator = node.kids[kinds.index("new_declarator")]
            count = self._expressions.number(declarator.kids[0], state) if len(declarator.kids) == 1 else None
            block = Block(node, "new[]", count * step if count is not None and step is not None else None, step)
        else:
            block = Block(node, "new", step, step)
        if not held:  # who is given `this` may be the one that releases it
            state.owed[block] = "yes"
        return Pointers(frozenset([Place(block)]), step)

    def delete(self, node: Node, state: State) -> None:
        many = "[" in self._code.text(node).split("delete", 1)[-1][:4]
        self.release(node, "new[]" if many else "new", self._expressions.value(node.kids[-1], state), state)

    def release(self, node: Node, way: Origin, value: Value | None, state: State) -> None:
        if isinstance(value, Pointers):
            origins = {place.block.origin for place in value.places}
            if way in ("heap", "new", "new[]"):
                if origins <= {"stack", "text"}:
                    self._facts.tell(node, "not-from-heap" if way == "heap" else "mismatched")
                elif way not in origins and origins <= {"heap", "new", "new[]"}:
                    self._facts.tell(node, "mismatched")
                elif value.moved or all(place.offset not in (None, 0) for place in value.places):
                    self._facts.tell(node, "moved")
            self._give_up(value, state)
        elif not isinstance(value, Numbers):  # it may be any that no variable leads to
            self.lose(state)

    def lose(self, state: State) -> None:
        held = {
            place.block
            for frame in state.frames
            for value in frame.values()
            if isinstance(value, Pointers)
            for place in value.places
        }
        for block in [block for block in state.owed if block not in held]:
            self.given_up.add(block)
            del state.owed[block]

    def escape(self, value: Value | None, state: State) -> None:
        """Somebody else has the pointer now, and may release what it leads to."""
        if isinstance(value, Address) and value.frame < len(state.frames):
            value = state.frames[value.frame].get(value.name)
        if isinstance(value, Pointers):
            self._give_up(value, state)

    def _give_up(self, value: Pointers, state: State) -> None:
        for place in value.places:
            self.given_up.add(place.block)
            state.owed.pop(place.block, None)

    def reset(self, variable: Address, state: State) -> None:
        """Who has the address of a variable may have set it."""
        if variable.frame < len(state.frames):
            held = state.frames[variable.frame].get(variable.name)
            if not (isinstance(held, Pointers) and any(place.block.origin == "stack" for place in held.places)):
                state.frames[variable.frame].pop(variable.name, None)

    def text_of(self, value: Value | None, state: State) -> Text | None:
        """What a pointer leads to, where it is text of a known length."""
        if not isinstance(value, Pointers) or len(value.places) != 1:
            return None
        place = next(iter(value.places))
        text = state.texts.get(place.block)
        if text is None or place.offset is None or not 0 <= place.offset <= text.length:
            return None
        return replace(text, length=text.length - place.offset)

    def longest(self, value: Value | None, state: State) -> int | None:
        """The most bytes of text that may stand there; None: any number."""
        known = self.text_of(value, state)
        if known is not None and known.ends:
            return known.length
        if not isinstance(value, Pointers):
            return None
        rooms = [self._room(place) for place in value.places]
        return None if None in rooms or not rooms else max(room for room in rooms if room is not None) - 1

    def _room(self, place: Place) -> int | None:
        size = place.block.size
        return None if size is None else size - max(0, place.offset or 0)

    def _forget_text(self, value: Value | None, state: State) -> None:
        for place in value.places if isinstance(value, Pointers) else ():
            state.texts.pop(place.block, None)

    def _set_text(self, value: Value | None, text: Text | None, state: State) -> None:
        self._forget_text(value, state)
        if text is not None and isinstance(value, Pointers) and len(value.places) == 1:
            place = next(iter(value.places))
            if place.offset == 0:
                state.texts[place.block] = text

    def _made(self, node: Node, name: str, values: list[Value | None], state: State) -> Value:
        numbers = [value.low if isinstance(value, Numbers) and value.low == value.high else None for value in values]
        size: int | None = None
        if name in ("malloc", "alloca", "ALLOCA") and numbers:
            size = numbers[0]
        elif name in ("calloc", "realloc", "aligned_alloc") and len(numbers) == 2:
            one, two = numbers
            size = two if name != "calloc" else one * two if one is not None and two is not None else None
            if name == "realloc":
                self.escape(values[0], state)
        elif name in ("strdup", "wcsdup") and values:
            text = self.text_of(values[0], state)
            size = text.length + (1 if name == "strdup" else 4) if text is not None and text.ends else None
        block = Block(node, MADE[name], size, None, any(value == Measured(more=True) for value in values))
        if block.origin != "stack":
            state.owed[block] = "yes"
        if name in ("fdopen", "freopen"):
            for value in values:
                self.escape(value, state)
        return Pointers(frozenset([Place(block)]), 1)

    def _length(self, value: Value | None, state: State, step: int) -> Value | None:
        text = self.text_of(value, state)
        if text is not None and text.ends:
            return Numbers(text.length // step, text.length // step)
        return Measured()

    def _copy(self, node: Node, behind: bool, step: int, values: list[Value | None], state: State) -> None:
        target, source = values
        text, longest = self.text_of(source, state), self.longest(source, state)
        before = self.text_of(target, state) if behind else Text(0, True)
        if isinstance(target, Pointers):
            first = before.length if before is not None and before.ends else 0
            least = text.length + step if text is not None else step
            self._expressions.access(node, target, first, least, writes=True)
            rooms = [self._room(place) for place in target.places]
            fits = longest is not None and before is not None
            if all(place.block.measured for place in target.places) or (
                fits and all(room is not None and first + (longest or 0) + step <= room for room in rooms)
            ):
                self._facts.tell(node, "fits")
            else:
                self._facts.doubt(node)
        else:
            self._facts.doubt(node)
        ended = text is not None and text.ends and before is not None and before.ends
        length = text.length + before.length if text is not None and before is not None else 0
        self._set_text(target, Text(length, True) if ended else None, state)

    def _format(self, node: Node, values: list[Value | None], state: State) -> None:
        target, form = values[0], node.kids[2]
        longest = None
        if form.kind == "string":
            lengths = [lambda value=value: self.longest(value, state) for value in values[2:]]
            longest = written_length(form.text.replace("\\n", "n").replace("\\t", "t"), lengths)
        rooms = [self._room(place) for place in target.places] if isinstance(target, Pointers) else []
        measured = isinstance(target, Pointers) and all(place.block.measured for place in target.places)
        if measured or (longest is not None and rooms and all(room is not None and longest < room for room in rooms)):
            self._facts.tell(node, "fits")
        else:
            self._facts.doubt(node)
        if isinstance(target, Pointers) and form.kind == "string":
            known = [self.text_of(value, state) for value in values[2:]]
            least = sum(text.length for text in known if text is not None) if "%s" in form.text else 0
            self._expressions.access(node, target, 0, least + 1, writes=True)
        self._forget_text(target, state)

    def _sized(self, node: Node, way: Sized, name: str, values: list[Value | None], state: State) -> None:
        if len(values) <= max(way.target, way.length):
            return
        target, length = values[way.target], values[way.length]
        count = length.low if isinstance(length, Numbers) and length.low == length.high else None
        if way.times is not None:
            times = values[way.times] if way.times < len(values) else None
            single = isinstance(times, Numbers) and times.low == times.high
            count = count * times.low if count is not None and single and isinstance(times, Numbers) else None
        source = values[way.source] if way.source is not None else None
        if count is not None and 0 < count < 2**40:
            size = count * way.item
            if isinstance(target, Pointers):
                self._expressions.access(node, target, 0, size, writes=True)
            if isinstance(source, Pointers) and not way.text:
                self._expressions.access(node, source, 0, size, writes=False)
        for value in values:
            if isinstance(value, Address):
                self.reset(value, state)
        self._set_text(target, self._text_after(name, values, count, state), state)

    def _text_after(self, name: str, values: list[Value | None], count: int | None, state: State) -> Text | None:
        if count is None:
            return None
        if name in ("memset", "wmemset"):
            size = count * (4 if name == "wmemset" else 1)
            return Text(0, True) if values[1] == NULL else Text(size, False) if values[1] is not None else None
        if name == "bzero":
            return Text(0, True)
        text = self.text_of(values[1], state) if name in ("memcpy", "memmove", "strncpy") else None
        if text is None:
            return None
        return text if text.ends and text.length < count else Text(min(count, text.length), False)
