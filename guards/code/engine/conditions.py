"""What a condition tells about the values in it: which of them can carry no attack where it holds, or where it does not.

``x in ALLOWED`` settles x where it is true, ``".." in path`` settles path where it is false, ``x is None`` settles
nothing. How much is settled depends on the question: a prefix is enough for a path, not for a shell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from .accessors import getter
from .node import Node

Strength = Literal["any", "place", "type"]  # any attack; where a path or an address leads; operators hidden in objects
Settled = dict[str, Strength]

_NOT = frozenset({"not_operator", "unary_expression", "unary_op_expression", "prefix_unary_expression"})
_EQUAL, _UNEQUAL = frozenset({"==", "===", "is"}), frozenset({"!=", "!==", "is not", "<>"})
_NOTHING = frozenset({"none", "null", "nil", "undefined", "nullptr", "null_literal"})
_CONSTANTS = frozenset(
    {
        "string",
        "char_literal",
        "number_literal",
        "integer",
        "number",
        "int_literal",
        "integer_literal",
        "decimal_integer_literal",
    }
)
# The list, set or map is what the call is made on; its argument is what is looked up.
_HOLDS_ARGUMENT = frozenset(
    {
        "includes",
        "has",
        "contains",
        "Contains",
        "containsKey",
        "ContainsKey",
        "hasOwnProperty",
        "indexOf",
        "find",
        "count",
    }
)
_HOLDS_FIRST = frozenset({"in_array", "array_key_exists", "array_search"})
_ASKS_RECEIVER = frozenset({
    "isdigit", "isalnum", "isalpha", "isdecimal", "isnumeric", "isidentifier", "matches", "is_ascii_digit",
})  # fmt: skip
_ASKS_ARGUMENT = re.compile(
    r"^(ctype_(digit|alnum|alpha|xdigit)|is_numeric|is_int|isInteger|isSafeInteger|uuid_validate|url_has_allowed_host_and_scheme"
    r"|\w+_(is|are|has)_(safe|valid|allowed|clean|permitted|trusted)|\w+_(allowed|permitted)"
    r"|_?(is|has|check|verify)_?(an?_)?(safe|valid|allowed|whitelisted|trusted|permitted|secure|local|public|uuid|int|integer|alphanumeric"
    r"|numeric|email|ip|fqdn|slug|mongoid|objectid|hexadecimal|within|inside|private)\w*"
    r"|(valid|validate|allow|safe)\w*|is(UUID|Int|Alpha|AlphanumericSpace|Digits|Creatable|Parsable|Alphanumeric|Numeric|Email|IP|FQDN|Slug|MongoId|Local))$",
    re.IGNORECASE,
)
_ONLY_A_KIND_OF_FILE = re.compile(
    r"(?i)allowed_?(file|ext)|valid_?ext|is_?(file|dir|uploaded)|ext(ension)?$|mime|size|length|image"
)
_BEGINS = frozenset({"startswith", "startsWith", "StartsWith", "is_relative_to", "starts_with"})
_BEGINS_FIRST = frozenset(
    {
        "str_starts_with",
        "HasPrefix",
        "strncmp",
        "strncasecmp",
        "commonpath",
        "IsLocal",
        "strpos",
        "stripos",
        "isAbsolute",
    }
)
_ORDERS = frozenset({"strcasecmp", "strcmp", "strncasecmp", "strncmp", "wcscmp"})  # 0 says that both are one
_OF_C = {"inet_aton": 0, "inet_pton": 1}  # answer 1 where this argument is what they read
_OPERATORS = re.compile(r"[;|&'`]")  # who refuses these letters knows what they do
_IN_FIRST = frozenset({"str_contains", "Contains", "strstr", "strchr", "strpbrk", "ContainsAny", "ContainsRune"})
_BAD_PARTS = re.compile(r"^'?(\.\.[/\\]?|/|\\+|\./|//|\\x00|\\0|~|:|://|@|https?:?.*|\r|\n|\\r|\\n|\$)'?$")
_OF_PROTOTYPES = frozenset({"__proto__", "constructor", "prototype"})
_OF_AN_ADDRESS = frozenset(
    {
        "netloc",
        "hostname",
        "host",
        "Host",
        "scheme",
        "origin",
        "parents",
        "parent",
        "protocol",
        "is_private",
        "is_global",
    }
)
# What is asked of their result holds for what they were given.
_SEE_THROUGH = frozenset({
    "lower", "upper", "strip", "trim", "Trim", "toLowerCase", "toUpperCase", "strtolower", "strtoupper", "str", "String", "casefold",
    "realpath", "abspath", "resolve", "normpath", "normalize", "Clean", "Abs", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "TrimSpace", "toString",
    "urlparse", "parse_url", "urlsplit", "URL", "Parse", "ip_address", "Rel", "relative", "join", "Join", "ParseRequestURI",
    "Path", "PurePath", "joinpath", "gethostbyname", "EvalSymlinks", "rtrim", "toLower", "Hostname", "get_hostname",
    "decode", "encode", "unquote", "decodeURIComponent", "getCanonicalPath", "toRealPath", "getHost", "GetFullPath",
    "weakly_canonical", "canonical", "lexically_normal", "lexically_relative", "c_str", "string", "native", "create", "getCanonicalFile", "toURI", "toURL", "toAbsolutePath", "toPath", "items", "values", "keys", "split", "splitlines", "entries", "getPath", "getScheme", "getProtocol", "begin", "path", "matcher", "as_str",
    "as_ref", "canonicalize", "chars", "clone", "cloned", "components", "iter", "expect", "get", "host_str", "into_inner", "parse", "to_owned",
    "to_string", "to_string_lossy", "unwrap", "unwrap_or_default",
})  # fmt: skip
_TRANSPARENT = frozenset({
    "binary", "interpolated", "list", "tuple", "await_expression", "assign", "pointer_expression", "reference_expression",
    "try_expression",
})  # fmt: skip
_REGEX_CALLS = frozenset(
    {"match", "fullmatch", "regex_match", "test", "MatchString", "preg_match", "Match", "IsMatch", "search"}
)


# What is looked into may be a stranger's itself: that it holds something proves nothing.
_FROM_OUTSIDE = re.compile(
    r"(?i)(^|\W|_)(body|data|from|input|obj|object|override|overrides|params|patch|query|source|src|update|updates)$"
)
_LITERAL_MAPS = frozenset({"array_creation_expression", "composite_literal", "dictionary", "object", "list", "array"})
_MAPS = re.compile(r"^(java\.util\.)?(\w*Map|\w*Set|\w*Dictionary|Collections|dict|Object\.freeze|Object\.assign)\b")


@dataclass(frozen=True, slots=True)
class Conditions:
    """Reads conditions in one piece of code; `key` names a value, `known` tells what a variable was last set to, `implied` what a flag tells."""

    text: Callable[[Node], str]
    key: Callable[[Node], str | None]
    known: Mapping[str, Node]
    implied: Mapping[tuple[str, bool], frozenset[str]]
    checkers: Mapping[str, bool]  # functions of the code that look at every letter, and the answer that lets text pass

    def settled(self, node: Node, truth: bool, depth: int = 0) -> Settled:
        """The values that can carry no attack where `node` is `truth`."""
        if depth > 12:
            return {}
        below = depth + 1
        if node.kind in _NOT and len(node.kids) == 1 and node.text in ("not", "!"):
            return self.settled(node.kids[0], not truth, below)
        if node.kind in ("binary", "comparison_operator") and len(node.kids) == 2:
            if node.text in ("and", "&&", "or", "||"):
                one, two = (self.settled(kid, truth, below) for kid in node.kids)
                if (node.text in ("and", "&&")) == truth:
                    return {**two, **one}
                return {name: strength for name, strength in one.items() if name in two}
            return self._compared(node, truth, below)
        if node.kind == "call":
            return self._asked(node, truth != (_called(node) in _ORDERS))
        if node.kind == "name" and (node.text, truth) in self.implied:
            return dict.fromkeys(self.implied[node.text, truth], "any")
        if node.kind == "name" and node.text in self.known:
            meant = self.known[node.text]
            if meant.kind == "index" and len(meant.kids) == 2:  # Go: _, ok := ALLOWED[x]
                return self._named(meant.kids[1], "any") if truth else {}
            return self.settled(meant, truth, below)
        if node.kind == "member" and node.kids[1].text in _OF_AN_ADDRESS:  # ip.is_private
            return self._named(node.kids[0], "place")
        if node.kind == "index" and truth and len(node.kids) == 2:  # if ALLOWED[x]
            if _FROM_OUTSIDE.search(self.text(node.kids[0])):
                return {}
            return self._named(node.kids[1], "any")
        return {}

    def names(self, node: Node, depth: int = 0, clean: Set[int] = frozenset()) -> list[str]:
        """The values that `node` stands for, conversions that keep what matters seen through, `clean` nodes left out."""
        if depth > 8 or id(node) in clean:
            return []
        key = self.key(node)
        if key is not None:
            found = [key]
            if node.kind in ("member", "index") and node.kids[-1].text in _OF_AN_ADDRESS:
                found += self.names(node.kids[0], depth + 1, clean)
            return found
        made = node.kind == "call" and self.text(node.kids[0]) in ("Path::new", "PathBuf::from", "String::from")
        if node.kind in ("call", "new") and (made or _called(node) in _SEE_THROUGH):
            receiver = node.kids[0].kids[:1] if node.kids[0].kind == "member" else []
            looks_up = _called(node) == "get" and receiver and self.is_literal_map(receiver[0])
            parts = node.kids[2 if looks_up else 1 :] + receiver  # what is looked up is not what is found
            return [name for part in parts for name in self.names(part, depth + 1, clean)]
        if node.kind == "match_expression":
            return self.names(node.kids[0], depth + 1, clean)
        if node.kind in _TRANSPARENT:
            return [name for kid in node.kids for name in self.names(kid, depth + 1, clean)]
        asked = getter(node)
        return [] if asked is None else [asked]

    def is_literal_map(self, node: Node) -> bool:
        """Whether `node` is a map that the program has written out: what it holds is the program's own."""
        if node.kind != "name":
            return node.kind == "member" and node.kids[1].text.isupper()
        value = self.known.get(node.text)
        if value is None:
            return node.text.isupper()
        if value.kind == "call":  # Map.of(...)
            return node.text.isupper() or _MAPS.match(self.text(value)) is not None
        return value.kind in _LITERAL_MAPS or (value.kind == "new" and _MAPS.match(_type_name(value)) is not None)

    def _named(self, node: Node, strength: Strength) -> Settled:
        return dict.fromkeys(self.names(node), strength)

    def _compared(self, node: Node, truth: bool, depth: int) -> Settled:
        left, right = node.kids
        operator = node.text
        if operator in ("in", "not in"):
            inside = truth == (operator == "in")
            if left.kind == "string":
                return self._named(right, "place") if not inside and _BAD_PARTS.match(left.text) else {}
            if right.kind == "member" and right.kids[1].text == "parents":
                return self._named(right.kids[0], "place") if inside else {}
            return self._named(left, "any") if inside else {}
        if operator in ("<=", "<", ">") and left.kind == "call" and _called(left) in _OF_C:
            return self._asked(left, truth == (operator == ">"))
        if operator in (">=", ">", "<") and left.kind == "call" and _called(left) in ("indexOf", "search"):
            found = truth == (operator != "<")
            return self._asked(left, found)
        if operator not in _EQUAL and operator not in _UNEQUAL:
            return {}
        equal = truth == (operator in _EQUAL)
        for one, other in ((left, right), (right, left)):
            value = self.text(other).lower()
            if value.endswith(".end()") and not equal:  # allowed.find(x) != allowed.end()
                looked_up = self.known.get(one.text, one) if one.kind == "name" else one
                if looked_up.kind == "call" and _called(looked_up) == "find":
                    return self._named(looked_up.kids[-1], "any")
            if one.kind == "call" and _called(one) == "strspn" and other.kind == "call" and equal:
                return self._named(one.kids[1], "any")  # strspn(x, LETTERS) == strlen(x)
            if one.kind == "index" and "strspn" in self.text(one) and equal:  # x[strspn(x, LETTERS)] == 0
                return self._named(one.kids[0], "any")
            if one.kind in ("call", "name", "assign") and (
                value in _NOTHING or value in ("false", "-1", "0", "true", "1") or value.endswith("npos")
            ):
                asked = one.kids[1] if one.kind == "assign" else one
                name = _called(asked) if asked.kind == "call" else ""
                positive = value in ("true", "1") or (value == "0" and name in _BEGINS_FIRST - _ORDERS)
                if value == "0" and name in ("indexOf", "rfind", "compare"):  # url.indexOf("https://x/") === 0
                    begin = next((kid.text for kid in asked.kids[1:] if kid.kind == "string"), "")
                    return (
                        self._named(asked.kids[0].kids[0], "place") if equal != (begin in ("//", "..", "../")) else {}
                    )
                known = self.settled(asked, equal == positive, depth)
                if known or value in _NOTHING or one.kind == "call":
                    return known
            if one.kind in ("unary_expression", "unary_op_expression") and one.text == "typeof":
                return (
                    self._named(one.kids[0], "type") if equal and other.text in ("string", "number", "boolean") else {}
                )
        if not equal:
            for one, other in ((left, right), (right, left)):
                if other.kind == "string" and other.text in _OF_PROTOTYPES:
                    return self._named(one, "any")
                if other.kind == "string" and other.text in ("..", "../"):
                    return self._named(one, "place")
            return {}
        for one, other in ((left, right), (right, left)):
            if (
                other.kind == "call"
                and other.kids[0].text == "Some"
                and all(kid.kind == "string" for kid in other.kids[1:])
            ):
                return self._named(one, "any")
            if other.kind in _CONSTANTS:
                return {} if other.text in ("", "/") and other.kind == "string" else self._named(one, "any")
            if one.kind == "call" and _called(one) in (
                "commonpath",
                "commonprefix",
                "dirname",
                "basename",
                "Dir",
                "Base",
            ):
                return {name: "place" for part in one.kids[1:] for name in _every_name(part, self.key)}
            if one.kind in ("member", "index") and one.kids[-1].text in _OF_AN_ADDRESS:
                return self._named(one, "place")
            if other.kind == "name" and other.text.isupper():
                return self._named(one, "any")
        return {}

    def _asked(self, call: Node, truth: bool) -> Settled:
        callee, *arguments = call.kids
        name = _called(call)
        receiver = callee.kids[0] if callee.kind == "member" else None
        if _ONLY_A_KIND_OF_FILE.search(name):
            return {}
        if name in ("isset", "empty") and arguments and arguments[0].kind == "index" and len(arguments[0].kids) == 2:
            looked_up = arguments[0].kids[1]
            return self._named(looked_up, "any") if truth == (name == "isset") and looked_up.kind != "string" else {}
        if name in ("isinstance", "is_string", "isString") and arguments:
            kind = self.text(arguments[1]) if len(arguments) > 1 else "str"
            return self._named(arguments[0], "any" if kind in ("int", "float") else "type") if truth else {}
        if name in self.checkers:
            passes = truth == self.checkers[name]
            return {key: "any" for argument in arguments for key in self.names(argument)} if passes else {}
        if name in _OF_C and len(arguments) > _OF_C[name]:
            return self._named(arguments[_OF_C[name]], "any") if truth else {}
        if name == "find_first_not_of" and receiver is not None:
            return self._named(receiver, "any") if not truth else {}
        if name in ("strpbrk", "find_first_of") and arguments and _OPERATORS.search(self.text(arguments[-1])):
            return self._named(arguments[0] if receiver is None else receiver, "any") if not truth else {}
        if name in ("strcmp", "strcasecmp", "wcscmp") and len(arguments) == 2:
            for one, other in (arguments, reversed(arguments)):
                if truth and (other.kind in ("string", "index") or (other.kind == "name" and other.text.isupper())):
                    return self._named(one, "any")
            return {}
        if name in ("equals", "equalsIgnoreCase", "Equals", "contentEquals") and receiver is not None and arguments:
            for one, other in ((receiver, arguments[0]), (arguments[0], receiver)):
                if truth and (other.kind == "string" or (other.kind == "name" and other.text.isupper())):
                    return self._named(one, "any")
            return {}
        if name == "matches" and len(arguments) == 2:  # Pattern.matches("[a-z]+", x)
            return self._named(arguments[1], "any") if truth else {}
        if name in _REGEX_CALLS:
            return self._matched(call, receiver, arguments) if truth else {}
        if name == "all" and receiver is not None:  # Rust: name.chars().all(char::is_alphanumeric)
            return self._named(receiver, "any") if truth else {}
        if name in ("all", "every", "all_of") and arguments:
            if receiver is not None and name == "every":
                return self._named(receiver, "any") if truth else {}
            return dict.fromkeys(_every_name(arguments[0], self.key), "any") if truth else {}
        if name in ("any", "some") and not truth:
            named = [receiver] if receiver is not None else arguments[:1]
            return {key: "place" for part in named for key in _every_name(part, self.key)}
        if name in _BEGINS and receiver is not None and arguments:
            bad = arguments[0].kind in ("string", "char_literal") and _BAD_PARTS.match(arguments[0].text)
            negative = bad and not arguments[0].text.startswith(("http", "/"))
            if truth and not negative:
                return self._named(receiver, "place")
            return self._named(receiver, "place") if bad and not truth else {}
        if name in _BEGINS_FIRST and arguments:
            begin = arguments[1].text if len(arguments) > 1 and arguments[1].kind == "string" else ""
            bad = _BAD_PARTS.match(begin)
            if truth and not (bad and not begin.startswith(("http", "/"))):
                return self._named(arguments[0], "place")
            return self._named(arguments[0], "place") if bad and not truth else {}
        if name in _IN_FIRST and len(arguments) == 2 and arguments[1].kind in ("string", "char_literal"):
            bad = _BAD_PARTS.match(self._written(arguments[1]))
            return self._named(arguments[0], "place") if bad and not truth else {}
        if name == "Contains" and len(arguments) == 2:  # Go: slices.Contains(allowed, x)
            return self._named(arguments[1], "any") if truth else {}
        if name in _HOLDS_ARGUMENT and arguments and receiver is not None:
            if arguments[0].kind in ("string", "char_literal"):
                bad = _BAD_PARTS.match(self._written(arguments[0]))
                return self._named(receiver, "place") if bad and not truth else {}
            forbidden = "__proto__" in self.text(receiver) or (
                receiver.text in self.known and "__proto__" in self.text(self.known[receiver.text])
            )
            return self._named(arguments[0], "any") if truth != forbidden else {}
        if name == "call" and receiver is not None and _last(receiver) == "hasOwnProperty":
            return self._named(arguments[-1], "any") if truth and arguments else {}
        if not truth:
            if name == "noneMatch" and arguments:
                return dict.fromkeys(_every_name(arguments[0], self.key), "any")
            return self._named(arguments[0], "any") if name == "isNaN" and arguments else {}
        if name == "hasOwn" and len(arguments) == 2:
            return self._named(arguments[1], "any")
        if name in _HOLDS_FIRST and arguments:
            return self._named(arguments[0], "any")
        if name in ("anyMatch", "Any", "Exists") and arguments and "lambda" in arguments[0].kind:
            return dict.fromkeys(_every_name(arguments[0], self.key), "any")
        if name in _ASKS_RECEIVER and receiver is not None and receiver.text[:1].isupper() and len(arguments) == 1:
            return self._named(arguments[0], "any") if truth else {}  # StringUtils.isAlpha(x)
        if name in _ASKS_RECEIVER and receiver is not None:
            return self._named(receiver, "any")
        if name == "filter_var" and arguments:
            return {} if "URL" in self.text(call) or len(arguments) < 2 else self._named(arguments[0], "any")
        if _ASKS_ARGUMENT.match(name):
            return {key: "any" for argument in arguments for key in self.names(argument)}
        return {}

    def _written(self, literal: Node) -> str:
        return literal.text or self.text(literal)  # the letter of C stands below its literal

    def _matched(self, call: Node, receiver: Node | None, arguments: list[Node]) -> Settled:
        """A regular expression settles what it was asked about where it is anchored at both ends, or at one for places."""
        expression = self.text(call)
        if receiver is not None and receiver.kind == "name" and receiver.text in self.known:
            expression += self.text(self.known[receiver.text])
        elif receiver is not None:
            expression += self.text(receiver)
        for argument in arguments:
            if argument.kind == "name" and argument.text in self.known:
                expression += self.text(self.known[argument.text])
        asked = list(arguments)
        name = _called(call)
        if (
            name == "match"
            and receiver is not None
            and len(arguments) == 1
            and (arguments[0].kind in ("regex", "string"))
        ):  # JavaScript: x.match(/^...$/)
            asked = [receiver]
        if not re.search(r"[\"'`/#]", expression):  # an expression from elsewhere: taken at its word
            start = end = True
        else:
            start = name in ("fullmatch", "regex_match", "match") or re.search(r"(?<!\[)\^|\\A", expression) is not None
            end = name in ("fullmatch", "regex_match") or re.search(r"\$[/\"'`)#~]|\\[zZ]", expression) is not None
        if not start:
            return {}
        return {key: "any" if end else "place" for part in asked for key in self.names(part)}


def _called(call: Node) -> str:
    return _last(call.kids[0])


def _last(node: Node) -> str:
    return node.kids[1].text if node.kind == "member" else node.text


def _type_name(made: Node) -> str:
    return next((part.text for part in made.kids[0].walk() if part.kind == "name"), "")


def _every_name(node: Node, key: Callable[[Node], str | None]) -> Iterable[str]:
    return [name for part in node.walk() if (name := key(part)) is not None]
