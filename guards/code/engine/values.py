"""Whether a value is tainted: what an expression makes of the variables, members and calls in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from . import containers
from .accessors import MEMBERS, getter, handed_out_by
from .addresses import begins_with_host, leads_to_fixed_host
from .constants import truth
from .functions import FUNCTIONS, is_number_type
from .literals import key_of
from .node import Node
from .question import ANY_SETTLED, PART, SETTLED, Parameters, Question, State, is_kept
from .settling import Settlement
from .statements import LOGIC, TERNARIES
from .tracks import BOUNDING_CALLS

_COMPARISONS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "instanceof"})
# Conversions to numbers, and questions about a value: what comes out can't carry an attack.
_CLEAN_CALLS = frozenset({
    "Number", "abs", "atof", "atoi", "atol", "bool", "boolval", "count", "doubleval", "equals", "equalsIgnoreCase",
    "float", "floatval", "hashCode", "indexOf", "int", "intval", "isEmpty", "is_int", "is_numeric", "isinstance", "len",
    "length", "parseDouble", "parseFloat", "parseInt", "parseLong", "round", "size", "sizeof", "startsWith",
    "startswith", "strcmp", "strlen", "strncmp", "strtol", "strtoul", "parseBoolean", "parseByte", "parseShort", "compareTo",
    "contains", "containsKey", "containsValue", "endsWith", "endswith", "hasNext", "hasOwnProperty", "includes",
    "isBlank", "isPresent", "matches", "in_array", "array_key_exists", "ordinal",
    "sha256Hex", "sha512Hex", "hexdigest", "isdigit", "isdecimal", "toEpochMilli", "nameUUIDFromBytes",
})  # fmt: skip
_CLEANS = re.compile(r"^_?(sanitize|sanitise|purify|escape|html_?(escape|encode))|DOMPurify$", re.IGNORECASE)
_REPLACES = frozenset({
    "Replace", "ReplaceAllLiteralString", "ReplaceAllString", "preg_replace", "regex_replace", "replace", "replaceAll",
    "sub",
})  # fmt: skip
_TAKES_PATTERN = frozenset({"preg_replace", "preg_replace_callback", "preg_split"})
_HARMLESS = re.compile(r"^[/~#(]*\[\^[\w\s\\.-]+\][+*]?\)?[/~#gimsu]*$")  # a class of characters that is kept
_PARSES = frozenset({"fromString", "valueOf", "Parse", "ParseExact", "parse", "TryParse", "ToInt32", "ToInt64"})
_PARSED = re.compile(  # what it may be a method of: few values, or an exception
    r"^(UUID|Guid|(Local|Offset|Zoned)?Date(Time)?(Offset|Only)?|LocalTime|TimeSpan|Instant|Duration|Period|Year|Convert|int|long|short"
    r"|double|float|decimal|bool|byte|Int\d+|UInt\d+|Double|Boolean|Byte|Float|Integer|Long|Short|BigDecimal|Enum|ObjectId)$"
)
_NO_PARSER = frozenset(
    {"String", "Arrays", "List", "Value", "Document", "Uri", "URI", "JsonNode", "Optional", "Stream"}
)
_TYPED = frozenset({"csharp", "java"})  # a method's name tells well enough which one is called
_ARITHMETIC = frozenset({"-", "*", "**", "&", "^", ">>"})
_INLINE = re.compile(r"\{(\w+)[:}]")
_WHOLE = re.compile(r"\[")
_WHOLE_RECORD = re.compile(r"\[|\.|->")
_WHOLE_STRUCT = re.compile(r"\[|(?:\.|->)(?!.*\()")  # what a method gives is another thing
_HAS_RECORDS = frozenset({"javascript", "php", "python", "rust", "typescript"})  # parameters come in objects
_MADE_SAFE = re.compile(r"escape|encode|sanitize|quote|clean|parse|len$", re.IGNORECASE)
_QUOTES = 5  # f"{}"
_OPENS_QUOTE = 4  # f"{
_PLACES = re.compile(
    r"(?i)(^|_|\W)(base|dest|destination|dir|directory|dst|file_?path|folder|out|output|path|prefix|root|target)$|(Dir|Folder|Path)$"
)
_CONVERSIONS = re.compile(r"%(?:\d+\$)?[-+ 0']*\d*(?:\.\d+)?([a-zA-Z])")
JOINS = frozenset({
    "Join", "Sprintf", "Combine", "Concat", "Format", "Sprint", "Sprintln", "formatted", "snprintf", "strcat", "strncat",
    "concat", "format", "join", "joinpath", "resolve", "sprintf", "implode", "vsprintf",
})  # fmt: skip


class Values:
    """Of one rule on one piece of code."""

    def __init__(
        self, asked: Question, settlement: Settlement, returns_taint: Callable[[Node, Parameters, State], bool] | None
    ) -> None:
        """`returns_taint` tells of a function of the code whether it does, its parameters being tainted or not, with what its
        object's fields hold; None: calls are nested so deep already that it is not looked into."""
        self._asked, self._settlement, self._returns_taint = asked, settlement, returns_taint
        self._reach = asked.reach
        language = asked.code.language
        self._whole = (
            _WHOLE_STRUCT if language in ("c", "cpp") else _WHOLE_RECORD if language in _HAS_RECORDS else _WHOLE
        )
        self._summaries: dict[str, tuple[bool, bool]] = {}
        self._joiners: dict[str, bool] = {}

    def is_tainted(self, node: Node, state: State) -> bool:
        if self._reach is not None and node not in self._reach.values:
            return False
        self._asked.code.matcher.step()
        if id(node) in self._asked.clean:
            return False
        kind = node.kind
        if kind in ("name", "member", "index", "call"):
            key = self._asked.key(node) if kind != "call" else None
            if key is not None and SETTLED + key in state:
                return False
            if id(node) in self._asked.sources:
                return True
            if self._asked.track in ("null", "state"):
                return key is not None and key in state
            if kind == "name":
                return (
                    node.text in state
                    or containers.any_part(state, node.text)
                    or (node.text in self._asked.code.fields and f"this.{node.text}" in state)
                )
            if kind == "call":
                return self._is_call_tainted(node, state)
            if key is not None and key in state:
                return True
            if kind == "member" and node.kids[1].text in ("length", "size", "Length"):
                return id(node.kids[0]) in self._asked.sources and node.kids[1].text == "size"  # req.query.size
            item = self._item(node, state) if len(node.kids) == 2 else None
            if item is not None:
                return item
            return self.is_tainted(node.kids[0], state)
        if id(node) in self._asked.sources:
            return True
        if (kind == "binary" and node.text in _COMPARISONS) or kind in ("comparison_operator", "not_operator"):
            return False
        if self._asked.track == "text" and kind == "binary" and node.text in _counts_in(self._asked.code.language):
            return False
        if self._asked.track == "number" and kind == "binary" and node.text in ("%", "&"):
            return False  # no larger than what stands on the right
        if self._asked.track == "null" and kind == "binary" and node.text == "??":
            return self.is_tainted(node.kids[1], state)
        if kind in TERNARIES and len(node.kids) == 3:
            return self._ternary(node, state)
        if kind in FUNCTIONS or kind == "sizeof_expression":
            return False
        if self._asked.of_addresses and self._leads_to_fixed_host(node, state):
            return False
        if kind in ("binary", "interpolated") and node.text not in LOGIC and self._joins(node.kids, state):
            return True
        if kind == "macro_invocation":
            parts = list(_macro_parts(node))
            return (
                self._shows(node, state) or self._joins(parts, state) or any(self.is_tainted(p, state) for p in parts)
            )
        if kind == "match_expression":  # PHP: what it is asked about is not what it gives
            return any(self.is_tainted(arm.kids[-1], state) for part in node.kids[1:] for arm in part.kids if arm.kids)
        if kind in ("list_comprehension", "generator_expression", "set_comprehension") and self._is_filtered(node):
            return False
        if (
            self._asked.track == "text"
            and kind == "cast_expression"
            and node.kids
            and is_number_type(_cast(self._asked.code.text(node)))
        ):
            return False
        if kind in ("assign", "keyword"):
            return self.is_tainted(node.kids[1], state)
        return any(self.is_tainted(kid, state) for kid in node.kids)

    def _is_call_tainted(self, node: Node, state: State) -> bool:
        callee = node.kids[0]
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        if ANY_SETTLED in state and f"{SETTLED}{getter(node)}" in state:
            return False
        if self._makes_clean(node, name):
            return False
        part = self._part(callee, node.kids[1:], state)
        if part is not None:
            return part
        receiver = callee.kids[:1] if callee.kind == "member" else []
        arguments = node.kids[1:]
        if name in ("get", "Get") and receiver and self._settlement.conditions.is_literal_map(receiver[0]):
            arguments = arguments[1:]  # what is looked up is not what is found
        kept = arguments[-1] if name == "filter" and arguments else None
        if (
            kept is not None
            and kept.kind == "arrow_function"
            and kept.kids
            and self._settlement.conditions.settled(kept.kids[-1], True)
        ):
            return False
        if name in _TAKES_PATTERN:
            arguments = arguments[1:]  # what is looked for is not what comes out
        if name == "sprintf" and arguments and arguments[0].kind == "string":
            arguments = text_arguments(arguments)
        if self._asked.of_addresses and name in JOINS and _is_formatted(callee, arguments):
            return False
        tainted = any(self.is_tainted(part, state) for part in [*arguments, *receiver])
        joins = name in JOINS or (name == "arg" and self._asked.code.language == "cpp")  # QString("... %1").arg(name)
        if joins and self._joins([*arguments, *receiver], state):
            return True
        if callee.kind == "name" or (receiver and receiver[0].text in ("self", "this", "$this")):
            passes, makes = self._summary(name, state)
            if makes or (tainted and passes):
                return True
            return any(self.is_part(part, state) for part in arguments) and self._joins_below(name, state)
        known = (
            bool(receiver) and receiver[0].kind in ("name", "new") and self._asked.code.functions.get(name) is not None
        )
        told = self._asked.code.language in _TYPED or (known and self._tells_its_class(receiver[0]))
        if known and (not tainted or (told and not self.is_tainted(receiver[0], state))):
            passes, makes = self._summary(name, state)  # an object of a class of this code
            return makes or (tainted and passes)
        return tainted

    def _tells_its_class(self, node: Node) -> bool:
        """``Text::shown(...)``, and what a variable is that is set once: ``store = Store(ROOT)``."""
        if node.kind == "name" and not node.text[:1].isupper():
            made = self._asked.code.constants.get(node.text)
            if made is None or made.kind not in ("call", "new") or not made.kids:
                return False
            node = made.kids[0]
        if node.kind == "new" and node.kids:
            node = node.kids[0]
        return node.kind == "name" and node.text[:1].isupper()

    def _makes_clean(self, call: Node, name: str) -> bool:
        """Whether a call gives a number, a truth or one of few values, or text without anything that does harm."""
        if name in (_CLEAN_CALLS if self._asked.track == "text" else BOUNDING_CALLS) or _CLEANS.match(name):
            return True
        return (name in _REPLACES and _keeps_letters(call)) or (name in _PARSES and _is_parsed(call.kids[0]))

    def _item(self, node: Node, state: State) -> bool | None:
        """Whether ``list[1]``, ``map["key"]`` or ``object.key`` is tainted; None where its parts are not told apart."""
        base, place = node.kids
        if base.kind != "name" or id(base) in self._asked.sources:
            return None
        key = key_of(place) if node.kind == "index" else place.text
        if key is None or SETTLED + base.text in state:
            return None
        known = containers.item(state, base.text, int(key)) if key.isdigit() else None
        if known is None and containers.has_map(state, base.text):
            return containers.holds(state, base.text, key)
        return known

    def _part(self, callee: Node, arguments: list[Node], state: State) -> bool | None:
        """Whether what is taken from a map or list is tainted; None where its parts are not told apart."""
        if callee.kind != "member" or callee.kids[0].kind != "name" or not arguments:
            return None
        receiver, key = callee.kids[0].text, arguments[0]
        if (
            callee.kids[1].text not in ("get", "getProperty", "getOrDefault")
            or id(callee.kids[0]) in self._asked.sources
        ):
            return None
        if len(arguments) > 1 and (callee.kids[1].text == "get" or self.is_tainted(arguments[1], state)):
            return None  # Paths.get("/srv", name)
        if key.kind == "string":
            return containers.holds(state, receiver, key.text)
        return containers.item(state, receiver, int(key.text)) if key.text.isdigit() else None

    def _joins(self, parts: list[Node], state: State) -> bool:
        """Whether a parameter is put together with something else."""
        if self._asked.tainted_parameters != "joined":
            return False
        alone = len(parts) == 1 and parts[0].parent is not None and parts[0].parent.kind == "interpolated"
        if alone and len(self._asked.code.text(parts[0].parent or parts[0])) <= parts[0].end - parts[0].start + _QUOTES:
            return False  # f"{x}" is x
        if self._asked.of_places and parts and self._is_place(parts[0]):
            parts = parts[1:]  # a folder is the program's own; what follows leads somewhere in it
        return any(self.is_part(part, state) for part in parts)

    def _is_place(self, node: Node) -> bool:
        """Whether an address of a file begins here, with what is called a folder or a whole path."""
        around = node.parent
        if around is not None and around.kind == "interpolated" and node.start > around.start + _OPENS_QUOTE:
            return False
        while node.kind in ("binary", "interpolated") and node.kids:
            node = node.kids[0]
        key = self._asked.key(node)
        return key is not None and _PLACES.search(key) is not None

    def _shows(self, macro: Node, state: State) -> bool:
        """``format!("ls {folder}")``"""
        named = {name for part in macro.kids[-1].kids if part.kind == "string" for name in _INLINE.findall(part.text)}
        joined = self._asked.tainted_parameters == "joined"
        return any(
            SETTLED + name not in state and (name in state or (joined and PART + name in state)) for name in named
        )

    def _leads_to_fixed_host(self, node: Node, state: State) -> bool:
        chosen = lambda part: self.is_tainted(part, state) or self.is_part(part, state)  # noqa: E731
        return leads_to_fixed_host(node, self._asked.code.text, chosen)

    def is_part(self, node: Node, state: State) -> bool:
        if self._asked.tainted_parameters != "joined":
            return False
        if self._asked.of_addresses and self._leads_to_fixed_host(node, state):
            return False
        if node.kind == "call" and node.kids[0].kind == "member" and self._makes_clean(node, node.kids[0].kids[1].text):
            return False
        for name in self._settlement.conditions.names(node, clean=self._asked.clean):
            # An item or a field is as much a stranger's as what it is in.
            whole = self._whole.split(name)[0]
            if (PART + name in state or PART + whole in state) and not {SETTLED + name, SETTLED + whole} & state:
                return True
            owner = handed_out_by(name)
            if owner is not None and PART + owner + MEMBERS in state and SETTLED + name not in state:
                return True
        return False

    def _summary(self, name: str, state: State) -> tuple[bool, bool]:
        """Whether a function of this code returns what it is given, and whether it returns what it reads itself."""
        if name not in self._summaries:
            function = self._asked.code.functions.get(name)
            if function is None or self._returns_taint is None or self._asked.code.language in ("rust", "shell"):
                return True, False
            self._summaries[name] = True, False
            fields = {key for key in state if is_kept(key)}
            passes, makes = self._returns_taint(function, "yes", fields), self._returns_taint(function, "no", fields)
            self._summaries[name] = passes, makes
        return self._summaries[name]

    def _joins_below(self, name: str, state: State) -> bool:
        """Whether a function of this code puts what it is given together with something else."""
        if name not in self._joiners:
            function = self._asked.code.functions.get(name)
            self._joiners[name] = False
            if function is not None and self._returns_taint is not None:
                fields = {key for key in state if is_kept(key)}
                self._joiners[name] = self._returns_taint(function, "joined", fields)
        return self._joiners[name]

    def _is_filtered(self, comprehension: Node) -> bool:
        return any(
            kid.kind == "if_clause"
            and kid.kids
            and "any" in self._settlement.conditions.settled(kid.kids[0], True).values()
            for kid in comprehension.kids
        )

    def _ternary(self, node: Node, state: State) -> bool:
        middle_is_condition = self._asked.code.language == "python"  # a if b else c
        condition = node.kids[1] if middle_is_condition else node.kids[0]
        yes, no = (node.kids[0], node.kids[2]) if middle_is_condition else (node.kids[1], node.kids[2])
        known = truth(condition, self._asked.code.constants)
        if known is not None:
            return self.is_tainted(yes if known else no, state)
        return self.is_tainted(yes, self._settlement.given(condition, True, state, self.is_tainted)) or self.is_tainted(
            no, self._settlement.given(condition, False, state, self.is_tainted)
        )


def _counts_in(language: str) -> frozenset[str]:
    """The operators that make a number of whatever they are given."""
    if language == "php":
        return _ARITHMETIC | {"+", "/", "%"}
    return frozenset() if language in ("python", "cpp") else _ARITHMETIC | {"%"}


def _is_formatted(callee: Node, arguments: list[Node]) -> bool:
    """``String.format("https://host/%s", x)``, ``"https://host/{}".format(x)``"""
    owner = callee.kids[0] if callee.kind == "member" else callee
    form = owner if owner.kind == "string" else arguments[0] if arguments else owner
    return form.kind == "string" and begins_with_host(form.text)


def _macro_parts(macro: Node) -> Iterator[Node]:
    """What a macro of Rust is given, whose arguments are tokens: without what a call among them makes safe."""
    tokens = macro.kids[-1].kids
    for at, token in enumerate(tokens):
        if token.kind != "token_tree" or at == 0 or not _MADE_SAFE.search(tokens[at - 1].text):
            yield token


def _keeps_letters(call: Node) -> bool:
    """``text.replaceAll("[^a-z0-9]", "")``: everything but what can do no harm is taken out."""
    literals = [kid for kid in call.kids[1:] if kid.kind in ("string", "regex") and kid.text]
    if any(_HARMLESS.match(_expression(kid)) for kid in literals):
        return True
    callee = call.kids[0]
    compiled = callee.kids[0] if callee.kind == "member" else None
    return compiled is not None and any(
        part.kind in ("string", "regex") and _HARMLESS.match(_expression(part)) for part in compiled.walk()
    )


def _expression(literal: Node) -> str:
    return "".join(part.text for part in literal.walk()) if literal.kids else literal.text


def _is_parsed(callee: Node) -> bool:
    """``UUID.fromString(x)``, ``Colour.valueOf(x)``: one of few values, or an exception."""
    if callee.kind != "member":
        return False
    owner, name = callee.kids[0].text, callee.kids[1].text
    return _PARSED.match(owner) is not None or (name == "valueOf" and owner[:1].isupper() and owner not in _NO_PARSER)


def _cast(text: str) -> str:
    return text.partition("(")[2].partition(")")[0]


def handed_to(sink: Node) -> list[Node]:
    """The parts of a sink through which something reaches it: a call's arguments, and what it is called on."""
    if sink.kind == "assign":
        return [sink.kids[1]]
    if sink.kind not in ("call", "new"):
        return [sink]
    receiver = sink.kids[0].kids[:1] if sink.kids[0].kind == "member" else []
    arguments = sink.kids[1:]
    if sink.kids[0].text == "printf" and arguments and arguments[0].kind == "string":
        arguments = text_arguments(arguments)
    return [*arguments, *receiver]


def text_arguments(arguments: list[Node]) -> list[Node]:
    """The arguments of sprintf that its format takes as text; %d makes a number of anything."""
    letters = _CONVERSIONS.findall(arguments[0].text)
    return [
        argument for at, argument in enumerate(arguments) if at == 0 or at > len(letters) or letters[at - 1] in "sqvS"
    ]
