"""A Semgrep pattern, compiled to a tree of the same kind as the code's.

Source: the pattern language of Semgrep, https://semgrep.dev/docs/writing-rules/pattern-syntax
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from guards.errors import RuleError

from .grammar import whole
from .names import dotted, last_name
from .node import Node
from .tree import converted

_ELLIPSIS = "ELL__"
_DEEP = "DEEP__"
_META, _METAS = "MV_", "MVS_"
_METAVARIABLE = re.compile(r"\$(\.\.\.)?([A-Z][A-Z0-9_]*)\b")
_PHP_METAVARIABLE = re.compile(r"\$[A-Z][A-Z0-9_]*")
_NAMED_STRING = re.compile(r"(MV_|\$)[A-Z][A-Z0-9_]*")
_DEEP_TEXT = re.compile(r"<\.\.\.(.*?)\.\.\.>", re.S)
_STATEMENT_ELLIPSIS = re.compile(r"^(\s*)\.\.\.\s*$", re.M)
_QUOTED_OR_ELLIPSIS = re.compile(r"(\"\.\.\.\"|'\.\.\.')|(\$\.\.\.)|(\.\.\.)")
# Java: `...` stands for parameters and members, too, where its grammar wants a type and a name.
_JAVA_METHOD = re.compile(r"(?<!\w)(?!else\b)[\w<>\[\].]+\s+\w+\s*(\([^(){}]*\))(?=\s*(?:throws[^{]*)?\{)")
_JAVA_CLASS = re.compile(r"^(?:@\w+\s+)*(?:(?:public|private|static|final|abstract)\s+)*class\s[^{]*\{")
_WRAPPERS = frozenset({"array_element_initializer", "dictionary_splat", "field_declaration", "literal_element"})
BODIES = {"block", "compound_statement", "statement_block"}

# (before, after): ways to make a pattern a whole program. The first that parses without an error is taken.
_CLASS = "class C__ { void f__() { "
_VALUE = "class C__ { object f__() { return "
_METHOD = ((_CLASS, "; } }"), (_CLASS, " } }"), (_VALUE, "; } }"), ("class C__ { ", " }"), ("", ""))
_FRAMES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "c": (("void f__() { ", "; }"), ("void f__() { ", " }"), ("", "")),
    "cpp": (("void f__() { ", "; }"), ("void f__() { ", " }"), ("", ""), ("class C__ { ", " };")),
    "csharp": _METHOD,
    "go": (("package p\nfunc f__() { ", " }"), ("package p\n", ""), ("", "")),
    "java": _METHOD,
    "javascript": (("", ""), ("(", ")")),
    "php": (("", ";"), ("", "")),
    "python": (("", ""),),
    "rust": (("fn f__() { ", "; }"), ("fn f__() { ", " }"), ("", "")),
    "shell": (("", ""),),
    "typescript": (("", ""), ("(", ")")),
}  # fmt: skip


# How a part of a pattern is matched; "deep" is `<... x ...>`, "named string" is `"$X"`, and PHP reads that as "interpolated".
Role = Literal[
    "metavariable",
    "ellipsis",
    "deep",
    "any string",
    "named string",
    "string",
    "interpolated",
    "name",
    "member",
    "body",
    "call",
    "plain",
]


class Form(Node):
    """A part of a pattern: its `role`, and the metavariable or the dotted name (`meant`) that it stands for.

    `heads` are the kinds that a matching node's first kids can have, by number: most nodes fail there, at a look.
    `inner` says of `<... x ...>` what is looked for, where that can be told: kinds, and a name as in a `Pattern`.
    """

    __slots__ = ("forms", "heads", "inner", "keywords", "meant", "role")

    def __init__(self, node: Node) -> None:
        self.forms = [Form(kid) for kid in node.kids]
        super().__init__(node.kind, node.text, [*self.forms], node.start, node.end)
        self.keywords = any(kid.kind == "keyword" for kid in self.kids)
        self.role, self.meant = _role(node)
        self.heads = _heads(self)
        self.inner = _sought(self.forms[1]) if self.role == "deep" and len(self.forms) > 1 else None

    def likely(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Those of `nodes`, which are of a fitting kind, that could match: the others fail at a look."""
        if self.role not in ("plain", "call"):
            return nodes
        kind, text, count = self.kind, self.text, len(self.forms)
        nodes = [node for node in nodes if node.text == text and node.kind == kind]
        for at, kinds in self.heads:
            if self.role == "call":
                nodes = [node for node in nodes if len(node.kids) > at and node.kids[at].kind in kinds]
            else:  # modifiers and their kin may stand in between
                nodes = [node for node in nodes if len(node.kids) != count or node.kids[at].kind in kinds]
        return nodes


Key = tuple[Literal["itself", "owner", "target"], str]  # of which part of the node, and its last name


_NAMES = frozenset({"name", "member", "call"})  # a call may be `require("fs")`
# A variable may be set to the string once and for all.
_TEXTS = frozenset({"string", "name"})


def _heads(form: Form) -> tuple[tuple[int, frozenset[str]], ...]:
    if form.role not in ("plain", "call") or (form.role == "call" and (form.kind != "call" or form.keywords)):
        return ()
    found = []
    for at, part in enumerate(form.forms):
        if part.role == "ellipsis":
            break
        kinds = _kinds_of(part)
        if kinds is not None:
            found.append((at, kinds))
    return tuple(found)


def _kinds_of(form: Form) -> frozenset[str] | None:
    """The kinds of node that a form can match; None: any."""
    if form.role in ("name", "member"):
        return _NAMES
    if form.role in ("any string", "named string", "string"):
        return _TEXTS
    return frozenset({form.kind}) if form.role in ("plain", "call") else None


Sought = tuple[tuple[str, ...], Key]
Way = Literal["once", "each argument", "each member", "each pair"]
_CLASS_BODIES = frozenset({"class_body", "declaration_list"})
_MAPS = frozenset({"array_creation_expression", "dictionary", "object"})


def _holds_deep(form: Form) -> bool:
    return form.role == "deep" or any(map(_holds_deep, form.forms))


def _way(form: Form) -> Way:
    roles = [part.role for part in form.forms]
    if form.kind in _MAPS and len(roles) == 3 and roles[0] == roles[2] == "ellipsis" != roles[1]:
        return "each pair"
    if form.role == "call" and len(roles) == 4 and roles[1] == roles[3] == "ellipsis":
        return "each argument"
    body = form.forms[-1] if form.kind == "class_declaration" and form.forms else None
    if body is not None and body.kind in _CLASS_BODIES:
        roles = [part.role for part in body.forms]
        if len(roles) == 3 and roles[0] == roles[2] == "ellipsis" != roles[1]:
            return "each member"
    return "once"


@dataclass(frozen=True, slots=True)
class Pattern:
    """`nodes`: one for an expression or a statement, several for a sequence of statements."""

    nodes: tuple[Form, ...]
    names: frozenset[str]  # identifiers that code must hold for the pattern to match
    source: str
    kinds: tuple[str, ...] | None  # what the first node can match; None: anything
    key: Key | None  # the name that a node, or a part of it, must end in, as `name_keys` tells it
    deep: bool  # its first node holds a `<... x ...>`, which takes the first x that it finds
    way: Way  # what is another way to match: `f(..., $X, ...)` each argument, `{..., $NAME: $X, ...}` each pair,
    # `class $C { ... $T $F = $X; ... }` each member


@lru_cache(maxsize=20_000)  # rules share sources and contexts
def compile_pattern(text: str, language: str) -> Pattern:
    """Compiles one pattern for one language.

    Raises:
        RuleError: it is no code of that language.
    """
    source = text.strip()
    prepared = _prepared(source, language)
    body = prepared.rstrip("; \n")
    frames = _FRAMES[language]
    if language == "csharp" and source.startswith(("[", "public ", "private ", "protected ")):
        frames = (frames[3], *frames)  # a method of a class, not a function in one
    if language == "csharp" and source.startswith("new "):
        frames = (frames[2], *frames)  # its grammar takes `new byte[n];` for an object
    for before, after in frames:
        program = f"{before}{prepared if not after.startswith(';') else body}{after}"
        code = program.encode()
        root = whole(code, language)
        if root is None:
            continue
        start, end = len(before.encode()), len(before.encode()) + len(body.encode())
        nodes = _covering(converted(root, code, language), start, end)
        if nodes:
            forms = tuple(Form(node) for node in nodes)
            return Pattern(
                forms,
                frozenset(_required(nodes)),
                source,
                _kinds(nodes[0]),
                _key(nodes[0]),
                _holds_deep(forms[0]),
                _way(forms[0]),
            )
    raise RuleError(f"the pattern {source!r} is no {language} code")


def _kinds(node: Node) -> tuple[str, ...] | None:
    if metavariable(node) is not None or _is_ellipsis(node) or _is_deep(node) or node.kind in BODIES:
        return None
    return ("name", "member") if node.kind in ("name", "member") else (node.kind,)


def _key(node: Node) -> Key | None:
    if _is_deep(node):
        return None
    if node.kind in ("call", "new", "name", "member") and (name := _fixed_name(node)) is not None:
        return "itself", name
    member = node.kids[0] if node.kind == "call" else node
    if member.kind == "member" and (name := _fixed_name(member.kids[0])) is not None:
        return "owner", name
    if node.kind == "assign" and node.kids[0].kind in ("name", "member"):
        name = _fixed_name(node.kids[0])
        return None if name is None else ("target", name)
    return None


def _sought(form: Form) -> Sought | None:
    kinds, key = _kinds(form), _key(form)
    return None if kinds is None or key is None else (kinds, key)


def _fixed_name(node: Node) -> str | None:
    """The last name of a node of a pattern; None where a metavariable stands for it."""
    named = last_name(node) if node.kind in ("call", "new", "name", "member") else None
    if named is None or metavariable(named) is not None or _is_ellipsis(named):
        return None
    return named.text.rpartition(".")[2]


def metavariable(node: Node) -> str | None:
    """The name of the metavariable that a pattern's node stands for, as the rule writes it."""
    if node.kind == "name":
        if node.text.startswith(_META):
            return "$" + node.text[len(_META) :]
        if node.text[:1] == "$" and _PHP_METAVARIABLE.fullmatch(node.text):  # where it is legal as it stands
            return node.text
    return None


def _prepared(text: str, language: str) -> str:
    text = _DEEP_TEXT.sub(rf"{_DEEP}(\1)", text)
    if language != "python":
        statement = (
            f"{_ELLIPSIS}();" if language == "csharp" else f"{_ELLIPSIS};"
        )  # C# takes no bare name for a statement
        text = _STATEMENT_ELLIPSIS.sub(rf"\1{statement}", text)
    text = _QUOTED_OR_ELLIPSIS.sub(lambda found: found[0] if found[1] or found[2] else _ELLIPSIS, text)
    if language == "python":  # {..., "a": $X, ...}
        text = re.sub(rf"\{{\s*{_ELLIPSIS}\s*,(?=[^{{}}]*:)", f"{{**{_ELLIPSIS},", text)
        text = re.sub(rf"(?<=[\w\")\]]),\s*{_ELLIPSIS}\s*\}}", f", **{_ELLIPSIS}}}", text)
    if language == "java":
        text = _java_members(text)
    if language == "php":
        return re.sub(r"\$\.\.\.([A-Z][A-Z0-9_]*)", rf"{_METAS}\1", text)
    return _METAVARIABLE.sub(lambda found: (_METAS if found[1] else _META) + found[2], text)


def _java_members(text: str) -> str:
    plain = text.replace("$", "_")
    for method in reversed(list(_JAVA_METHOD.finditer(plain))):
        start, end = method.span(1)
        inside = re.sub(rf"\b{_ELLIPSIS}\b", f"{_ELLIPSIS} {_ELLIPSIS}", text[start:end])
        text = text[:start] + inside + text[end:]
    if _JAVA_CLASS.match(plain) is None:
        return text
    parts, depth = [], 0
    for part in re.split(rf"([{{}}]|\b{_ELLIPSIS};)", text):
        depth += {"{": 1, "}": -1}.get(part, 0)
        parts.append(f"{_ELLIPSIS} {part}" if depth == 1 and part == f"{_ELLIPSIS};" else part)
    return "".join(parts)


def _covering(root: Node, start: int, end: int) -> tuple[Node, ...]:
    node = root
    while True:
        inner = next((kid for kid in node.kids if kid.start <= start and kid.end >= end), None)
        if inner is None:
            break
        node = inner
    if node is root and len(node.kids) == 1:
        return (node.kids[0],)
    if node.kind == "statement_list" and node is not root:  # Go's; a sequence may begin anywhere in one
        return tuple(node.kids)
    if node.start >= start and node is not root:
        return (node,)
    # The frame's semicolon belongs to the last statement; after a block it is an empty one, and no part of the pattern.
    return tuple(kid for kid in node.kids if start <= kid.start < end and kid.end <= end + 1)


def _required(nodes: Sequence[Node]) -> set[str]:
    names = set()
    for top in nodes:
        for node in top.walk():
            if node.kind == "name" and metavariable(node) is None:
                text = node.text.lstrip("$")
                if not text.startswith((_METAS, _ELLIPSIS, _DEEP)) and len(text) > 1:
                    names.add(text)
    return names


def _is_ellipsis(node: Node) -> bool:
    wraps = "parameter" in node.kind or node.kind in _WRAPPERS
    if wraps and len(node.kids) == 2 and all(leaf.text == _ELLIPSIS for leaf in node.walk() if not leaf.kids):
        return True  # Java
    if wraps and len(node.kids) == 1:
        node = node.kids[0]
    if node.kind == "call" and len(node.kids) == 1:
        node = node.kids[0]
    if node.kind == "constructor_declaration" and len(node.kids) == 2:  # C#: members
        node = node.kids[0]
    return node.kind == "name" and (node.text == _ELLIPSIS or node.text.startswith(_METAS))


def _is_deep(node: Node) -> bool:
    return node.kind == "call" and node.kids[0].kind == "name" and node.kids[0].text == _DEEP


def _role(node: Node) -> tuple[Role, str]:
    if (name := metavariable(node)) is not None:
        return "metavariable", name
    if _is_ellipsis(node):
        return "ellipsis", ""
    if _is_deep(node):
        return "deep", ""
    if node.kind == "string":
        if node.text == "...":
            return "any string", ""
        if _NAMED_STRING.fullmatch(node.text):
            return "named string", "$" + node.text.removeprefix("MV_").lstrip("$")
        return "string", ""
    if node.kind == "interpolated" and len(node.kids) == 1 and (inner := metavariable(node.kids[0])) is not None:
        return "interpolated", inner
    if node.kind in ("name", "member"):
        meant = dotted(node, {})
        if meant is not None and "MV_" not in meant and _ELLIPSIS not in meant:
            return ("name" if node.kind == "name" else "member"), meant
    if node.kind in BODIES:
        return "body", ""
    return ("call" if node.kind in ("call", "new") else "plain"), ""
