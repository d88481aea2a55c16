"""How many bytes a type takes, as on a 64-bit machine."""

from __future__ import annotations

import re

from guards.code.computed import computed
from guards.code.engine.node import Node
from guards.code.engine.source import Code

_QUALIFIERS = re.compile(r"\b(const|volatile|static|register|extern|struct|union|enum|inline|constexpr|std|auto)\b|::")
_SIZES = {
    "char": 1, "signed char": 1, "unsigned char": 1, "bool": 1, "_Bool": 1, "int8_t": 1, "uint8_t": 1, "byte": 1, "BYTE": 1,
    "short": 2, "short int": 2, "unsigned short": 2, "unsigned short int": 2, "int16_t": 2, "uint16_t": 2,
    "int": 4, "unsigned": 4, "unsigned int": 4, "signed int": 4, "int32_t": 4, "uint32_t": 4, "float": 4, "wchar_t": 4,
    "long": 8, "unsigned long": 8, "long int": 8, "long long": 8, "unsigned long long": 8, "long long int": 8, "int64_t": 8,
    "uint64_t": 8, "size_t": 8, "ssize_t": 8, "double": 8, "time_t": 8, "intptr_t": 8, "uintptr_t": 8, "ptrdiff_t": 8,
}  # fmt: skip
POINTER = 8
_MAX_DEPTH = 6


class Layout:
    """Of one piece of code, with the structures that it declares."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._known: dict[str, int | None] = {}
        self._steps: dict[str, int | None] = {}

    def size(self, name: str, depth: int = 0) -> int | None:
        """The bytes of a type by its name, stars and all; None: not known."""
        if "*" in name or "&" in name:
            return POINTER
        name = " ".join(_QUALIFIERS.sub(" ", name).split())
        known = _SIZES.get(name)
        if known is not None or depth > _MAX_DEPTH:
            return known
        if name not in self._known:
            self._known[name] = None  # a structure that holds itself has no size
            self._known[name] = self._structure(name, depth)
        return self._known[name]

    @computed
    def _structures(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for kind in ("struct_specifier", "class_specifier", "union_specifier"):
            for node in self._code.by_kind.get(kind, ()):
                if not any(kid.kind == "field_declaration_list" for kid in node.kids):
                    continue
                if node.kids[0].kind == "name":
                    found[node.kids[0].text] = node
                above = node.parent
                if above is not None and above.kind == "type_definition" and above.kids[-1].kind == "name":
                    found[above.kids[-1].text] = node
        return found

    def _structure(self, name: str, depth: int) -> int | None:
        node = self._structures.get(name)
        if node is None or node.kind == "class_specifier":
            return None
        sizes: list[tuple[int, int]] = []
        for field in next(kid for kid in node.kids if kid.kind == "field_declaration_list").kids:
            own = self._field(field, depth)
            if own is None:
                return None
            sizes += own
        if not sizes:
            return None
        widest = max(align for _, align in sizes)
        if node.kind == "union_specifier":
            end = max(size for size, _ in sizes)
        else:
            end = 0
            for size, align in sizes:
                end += -end % align + size
        return end + -end % widest

    def _field(self, field: Node, depth: int) -> list[tuple[int, int]] | None:
        """The bytes and the alignment of what one line of a structure declares."""
        if field.kind != "field_declaration" or len(field.kids) < 2:
            return None
        found = []
        first = field.kids[0]
        if first.kind in ("struct_specifier", "union_specifier") and len(first.kids) > 1:
            return None  # declared in place
        base = self.size(self._code.text(first), depth + 1)
        for kid in field.kids[1:]:
            if kid.kind in ("type_qualifier", "storage_class_specifier"):
                return None
            size, count, inner = base, 1, kid
            while inner.kind in ("array_declarator", "pointer_declarator") and inner.kids:
                if inner.kind == "array_declarator":
                    length = whole_number(self._code, inner.kids[-1]) if len(inner.kids) == 2 else None
                    if length is None:
                        return None
                    count *= length
                else:
                    size = POINTER
                inner = inner.kids[0]
            if inner.kind != "name" or size is None:
                return None
            found.append((size * count, min(size, 8)))
        return found

    def number(self, written: str) -> int | None:
        """The length that is written for an array."""
        return written_number(written, self._code)

    def field_room(self, name: str) -> int | None:
        """The bytes of an array that is a field, where one structure alone has a field of this name."""
        return self._rooms.get(name)

    def field_step(self, name: str) -> int | None:
        """The bytes of one item of that array."""
        self.field_room(name)
        return self._steps.get(name)

    @computed
    def _rooms(self) -> dict[str, int | None]:
        found: dict[str, int | None] = {}
        for field in self._code.by_kind.get("field_declaration", ()):
            for kid in field.kids[1:]:
                if kid.kind not in ("array_declarator", "name", "pointer_declarator"):
                    continue
                inner = kid
                while inner.kids:
                    inner = inner.kids[0]
                own = None
                if kid.kind == "array_declarator" and len(kid.kids) == 2 and kid.kids[0].kind == "name":
                    size, length = self.size(self._code.text(field.kids[0])), whole_number(self._code, kid.kids[1])
                    own = size * length if size is not None and length is not None else None
                    self._steps[inner.text] = size
                found[inner.text] = own if inner.text not in found else None
        return found


def whole_number(code: Code, node: Node) -> int | None:
    """A number that is written there, or that the preprocessor puts there."""
    return written_number(code.text(node), code)


def written_number(text: str, code: Code, depth: int = 0) -> int | None:
    text = text.strip("() \t")
    digits = text.rstrip("uUlL")
    try:
        return int(digits, 8 if digits.startswith("0") and digits.isdigit() else 0)
    except ValueError:
        pass
    if text in code.macros and depth < 4:
        return written_number(code.macros[text], code, depth + 1)
    left, star, right = text.partition("*")
    if star and depth < 4:
        one, two = written_number(left, code, depth + 1), written_number(right, code, depth + 1)
        return one * two if one is not None and two is not None else None
    left, plus, right = text.partition("+")
    if plus and depth < 4:
        one, two = written_number(left, code, depth + 1), written_number(right, code, depth + 1)
        return one + two if one is not None and two is not None else None
    return None
