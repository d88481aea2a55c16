"""What assignments, calls and loops do to the variables: what they taint, and what they settle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import containers
from .calls import called_name, handed_over
from .filling import FILLS_FIRST, FILLS_RECEIVER, SETTER, may_fill
from .letters import flags, refused
from .literals import entries, key_of
from .node import Node
from .question import ANY_SETTLED, OWN_FIELDS, PART, SETTLED, Question, State, sets_up
from .settling import Settlement
from .statements import BLOCKS, SEQUENCES, targets
from .values import JOINS, Values, text_arguments

# Calls made for the exception that they raise.
_VALIDATES = re.compile(
    r"^_?(validate|ensure|assert|sanitize|require_valid|check_(path|url|name|host|table|column))", re.IGNORECASE
)
_BUILDS = frozenset({"Append", "AppendFormat", "AppendLine", "Insert", "append", "insert"})  # text, out of parts
_PRESENT = re.compile(r"^(throwIfNull|throwIfNot|requireNonNull|checkNotNull|(is)?notNull$|null$)", re.IGNORECASE)
_CONVERTS = frozenset({"int", "float", "UUID", "ip_address", "relative_to", "settype"})


class Effects:
    """Of one rule on one piece of code; each changes the state that it is given."""

    def __init__(self, asked: Question, settlement: Settlement, values: Values) -> None:
        self._asked, self._settlement, self._values = asked, settlement, values

    def assign(self, node: Node, state: State) -> None:
        target, value = node.kids
        tainted = self._values.is_tainted(value, state)
        if self._asked.code.language == "php" and node.text in ("+=", "-=", "*=", "/=", "%="):
            tainted = False  # it is a number now
        for place in targets(target):
            key = self._asked.key(place)
            if key is None:
                continue
            if ANY_SETTLED in state:
                state -= {part for part in state if part.startswith(SETTLED + key)}
            if self._asked.track != "text":
                self.moved(place, state)
            if place.kind == "name" and place.text in self._asked.code.fields:
                (state.add if tainted else state.discard)(f"this.{place.text}")
            if place.kind == "index" and self._set_item(place, tainted, state):
                continue
            if tainted:
                state.add(key)
                if place.kind == "index":
                    base = self._asked.key(place.kids[0])
                    if base is not None:
                        state.add(base)
            elif self._values.is_part(value, state):
                state.add(PART + key)
                state.discard(key)
            elif node.text == "=" or (
                self._asked.code.language == "php" and node.text in ("+=", "-=", "*=", "/=", "%=")
            ):
                state -= {key, PART + key}
            if place.kind == "name" and node.text == "=":
                self._settlement.known[key] = value
                self._settlement.origins[key] = frozenset(self._settlement.conditions.names(value)) - {key}
                containers.forget(state, key)
                self._take_apart(key, value, state)

    def bind(self, node: Node, state: State) -> None:
        """``if let Some(x) = y``, ``match y { Some(x) => ... }``: `x` is as tainted as `y`."""
        patterns, value = (
            (node.kids[:1], node.kids[1]) if node.kind == "let_condition" else (node.kids[1:], node.kids[0])
        )
        if node.kind == "match_expression":
            patterns = [part for arm in patterns[0].kids for part in arm.kids if part.kind == "match_pattern"]
        names = {part.text for pattern in patterns for part in pattern.walk() if part.kind == "name"}
        if self._values.is_tainted(value, state):
            state |= names
        elif self._values.is_part(value, state):
            state |= {PART + name for name in names}
        for name in names:
            self._settlement.origins[name] = frozenset(self._settlement.conditions.names(value)) - {name}

    def _take_apart(self, name: str, value: Node, state: State) -> None:
        """A map or list that is written out is tainted where what stands there is."""
        if value.kind == "new" and len(value.kids) == 1 and "List" in self._asked.code.text(value):
            containers.begin_list(state, name)
        found = entries(value) if self._asked.track == "text" else None
        if found is None or id(value) in self._asked.sources:
            return
        parts, is_list = found
        state.discard(name)
        if is_list:
            containers.begin_list(state, name)
        for key, part in parts:
            if is_list:
                containers.append(state, name, self._values.is_tainted(part, state))
            else:
                containers.put(state, name, key, self._values.is_tainted(part, state))

    def _set_item(self, place: Node, tainted: bool, state: State) -> bool:
        """``map["key"] = value``, PHP's ``$list[] = value``; False where the parts are not told apart."""
        base = place.kids[0]
        if base.kind != "name" or self._asked.track != "text":
            return False
        if len(place.kids) == 1:
            return containers.append(state, base.text, tainted)
        key = key_of(place.kids[1])
        if key is None or (key.isdigit() and containers.item(state, base.text, int(key)) is not None):
            return False
        containers.put(state, base.text, key, tainted)
        (state.add if tainted else state.discard)(str(self._asked.key(place)))
        return True

    def fill(self, call: Node, state: State) -> None:
        callee, *arguments = call.kids
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        if not may_fill(name):
            return
        if callee.kind == "member" and self._fill_part(callee.kids[0], name, arguments, state):
            return
        if name == "exec" and len(arguments) > 1 and self._asked.code.language == "php" and self._asked.from_requests:
            state.add(arguments[1].text)  # the lines that the program wrote
        if name == "realpath" and len(arguments) == 2 and self._asked.key(arguments[1]):
            place = str(self._asked.key(arguments[1]))
            self._settlement.origins[place] = frozenset(self._settlement.conditions.names(arguments[0]))
            if self._values.is_tainted(arguments[0], state):
                state.add(place)
            return
        if name == "sscanf" and arguments and self._values.is_tainted(arguments[0], state):
            for target in arguments[2:]:
                state |= set(self._settlement.conditions.names(target))
            return
        if name in ("sprintf", "snprintf") and len(arguments) > 1:
            at = 1 if name == "sprintf" else 2
            if arguments[at:] and arguments[at].kind == "string":
                arguments = [arguments[0], *text_arguments(arguments[at:])]
        if name in FILLS_FIRST and any(self._values.is_part(argument, state) for argument in arguments[1:]):
            key = self._asked.key(arguments[0])
            if key is not None:
                state.add(key if name in JOINS else PART + key)
        if callee.kind == "member" and name in FILLS_RECEIVER:
            key = self._filled(callee.kids[0])
            if key is not None and key.startswith(OWN_FIELDS):
                arguments = [argument for argument in arguments if not self._names_a_column(argument)]
            if key is not None and any(self._values.is_part(argument, state) for argument in arguments):
                state.add(PART + key)
        if callee.kind == "member" and name in _BUILDS and any(self._values.is_part(part, state) for part in arguments):
            key = self._asked.key(_root(callee.kids[0]))
            if key is not None:
                state.add(key)
        if not any(self._values.is_tainted(argument, state) for argument in arguments):
            return
        if callee.kind == "member" and (name in FILLS_RECEIVER or self._sets(callee)):
            key = self._filled(callee.kids[0])
            if key is not None:
                state.add(key)
        elif name in FILLS_FIRST and arguments and any(self._values.is_tainted(part, state) for part in arguments[1:]):
            key = self._asked.key(arguments[0])
            if key is not None:
                state.add(key)

    def give_back(self, call: Node, state: State) -> None:
        """``join(path, "/srv", name)``: what a function of this code puts into what it is given."""
        function = self._asked.code.functions.get(called_name(call))
        outputs = self._asked.code.outputs.get(function) if function is not None else None
        if function is None or not outputs:
            return
        handed = list(handed_over(call, function, self._asked.code.language))
        given = [argument for name, argument in handed if name not in outputs]
        places = {
            key for name, argument in handed if name in outputs for key in self._settlement.conditions.names(argument)
        }
        if any(self._values.is_tainted(argument, state) for argument in given):
            state |= places
        elif any(self._values.is_part(argument, state) for argument in given):
            state |= {PART + key for key in places}

    def _filled(self, receiver: Node) -> str | None:
        """What holds what a call puts into `receiver`: a field of the object itself, or the variable that it is part of."""
        key = self._asked.key(receiver)
        return key if key is not None and key.startswith(OWN_FIELDS) else self._asked.key(_root(receiver))

    def _names_a_column(self, argument: Node) -> bool:
        """``"%s = ?" % column``: a builder of queries is told the values by others, the columns by the program."""
        named = self._settlement.conditions.names(argument)
        return self._asked.tainted_parameters == "joined" and bool(named) and all(sets_up(name) for name in named)

    def _sets(self, callee: Node) -> bool:
        """``bean.setName(name)`` on an object that was made here: what it is asked for later may be that."""
        owner, name = callee.kids
        made = self._settlement.known.get(owner.text) if owner.kind == "name" else None
        return made is not None and made.kind == "new" and SETTER.match(name.text) is not None

    def _fill_part(self, receiver: Node, name: str, arguments: list[Node], state: State) -> bool:
        """A map or list whose parts are told apart; False where the call is none of that."""
        if receiver.kind != "name" or not arguments:
            return False
        last = self._values.is_tainted(arguments[-1], state)
        if name in ("put", "setProperty") and len(arguments) == 2 and arguments[0].kind == "string":
            containers.put(state, receiver.text, arguments[0].text, last)
            return True
        if name in ("add", "append", "push") and len(arguments) == 1:
            return containers.append(state, receiver.text, last)
        if name == "remove" and arguments[0].text.isdigit():
            return containers.remove(state, receiver.text, int(arguments[0].text))
        return False

    def validate(self, call: Node, state: State) -> None:
        """A call made for its exception: ``validate_name(name)``, ``int(number)``."""
        if call.parent is None or call.parent.kind not in (*SEQUENCES, "program", "module", "await_expression"):
            return
        callee = call.kids[0]
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        present = self._asked.track == "null" and _PRESENT.match(name)
        if present or (name in _CONVERTS and "string" not in self._asked.code.text(call)) or _VALIDATES.match(name):
            asked = [callee.kids[0]] if name == "relative_to" and callee.kind == "member" else call.kids[1:]
            for argument in asked:
                for key in self._settlement.conditions.names(argument):
                    self._settlement.settle(key, state)

    def moved(self, place: Node, state: State) -> None:
        """``i++``, ``n = n->next``: what was known of ``a[i]`` or ``n->key`` was known of another one."""
        name = self._asked.key(place)
        if name is not None:
            word = re.compile(rf"\b{re.escape(name)}(->|\.|\b.*[\[\]])")
            state -= {part for part in state if part != name and word.search(part)}

    def loop_variable(self, loop: Node, state: State) -> None:
        """What a loop over a list or map takes out of it is as tainted as that is."""
        ranged = next((kid for kid in loop.kids if kid.kind == "range_clause"), None)
        named = [kid for kid in loop.kids if kid.kind not in BLOCKS] if ranged is None else ranged.kids
        if ranged is None and len(named) == len(loop.kids):
            named = named[:-1]  # a body of one statement, without braces
        if loop.kind == "for_statement" and self._asked.code.language in (
            "c",
            "cpp",
            "javascript",
            "java",
            "csharp",
            "php",
        ):
            return
        if len(named) < 2:
            return
        over = named[0] if self._asked.code.language == "php" else named[-1]
        targets = named[1:] if self._asked.code.language == "php" else named[:-1]
        if self._asked.code.language in ("c", "cpp", "csharp", "java"):
            targets = targets[-1:]  # its type stands before it
        names = {part.text for target in targets for part in target.walk() if part.kind == "name"}
        if self._values.is_tainted(over, state):
            state |= names
        elif self._values.is_part(over, state):
            state |= {PART + name for name in names}

    def letters_checked(self, loop: Node) -> list[str]:
        """The texts of which a loop lets only harmless letters pass; what it notes in a flag is kept for later."""
        if self._asked.track != "text" or self._asked.code.language not in ("c", "cpp"):
            return []
        of_each = loop.kids[-3:-1] if loop.kind == "for_range_loop" and len(loop.kids) > 2 else ()

        def texts(letter: Node) -> Iterator[str]:
            for part in letter.walk():
                if part.kind == "name":
                    yield from (
                        self._settlement.conditions.names(of_each[1])
                        if of_each and part.text == of_each[0].text
                        else (part.text,)
                    )

        for flag, harmless, letters, names in flags(
            loop, lambda node: list(self._settlement.conditions.settled(node, True))
        ):
            told = {name for letter in letters for name in texts(letter)} | set(names)
            if told:
                self._settlement.implied[flag, harmless] = frozenset(told)
        return [name for letter in refused(loop) for name in texts(letter)]

    def count_up(self, condition: Node, state: State) -> None:
        """``for (i = 0; i < n; i++)``: an index that runs as far as a number from outside is one itself."""
        if self._asked.track == "number" and condition.kind == "binary" and condition.text in ("<", "<=", "!="):
            counter = self._asked.key(condition.kids[0])
            if counter is not None and self._values.is_tainted(condition.kids[1], state):
                state.add(counter)


def _root(node: Node) -> Node:
    while node.kind in ("member", "call") and node.kids:
        node = node.kids[0]
    return node
