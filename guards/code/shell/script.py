"""A shell script read as the commands that it would run, in order, nested code included.

Tree-sitter's grammar gives the statements; words are expanded by `words`. What stands in ``sh -c``, ``eval``, substitutions,
here-documents for a shell and decoded payloads is read in turn, `MAX_DEPTH` deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from guards.errors import GuardError

from .command import Command, Redirect
from .files import Files
from .globs import matched_path, matched_program
from .grammar import tree_of
from .lexer import simple_commands
from .output import output_of
from .words import UNKNOWN_OUTPUT, Each, Expander, Scope
from .wrappers import POWERSHELLS, SHELLS, carried, given_code, interpreted, shell_code, unwrapped

MAX_CHARS = 2_000_000
MAX_DEPTH = 8
MAX_COMMANDS = 20_000
MAX_NESTED_CHARS = 1_000_000
MAX_CALLS = 50  # of the script's own functions, read again with their arguments
# Characters that its commands hold in all, what they read included; a line of a here-document may stand in many of them.
MAX_HELD_CHARS = 2_000_000
MAX_HELD_PER_CHAR = 8  # and as many for each character of the script
_LINK = 20  # what one command's source or redirect counts for
MAX_STAGES = 40  # of a pipeline, taken for the source of the next

_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)(\+?)=", re.A)
_OPERATOR = re.compile(r"\d{0,9}\s*(<<<|<<-?|&>>?|>>|>\||[<>]&|<>|[<>])")
_RUNS_OUTPUT = re.compile(r"(?:^|[;&|\n({]|\beval|\bexec|\bsudo)[ \t]*[\"']?\$\(\)")
_OUTPUT_AS_CODE = re.compile(r"(?:\s-\w*c|\beval)\s+(?:[\"']\s*)?(?:\$\(|`)")
_LINE_END = re.compile(r"(?:^|[^\\])\n")
_GLOB = re.compile(r"[?*\[]")
_JOINED = re.compile(r"(?<=\w)(?:\$\{[\w@*]+\}|\$\(\))(?=\w)")

_DECLARING = frozenset({"export", "declare", "typeset", "local", "readonly"})
_HERE = frozenset({"*", "./*", ".", "./", ".*"})
_SKIPPED = frozenset(
    {"comment", "word", "number", "variable_name", "raw_string", "ansi_c_string", "regex", "string_content"}
)
_COMPOUND = frozenset({"program", "list", "compound_statement", "subshell", "do_group", "if_statement", "elif_clause",
                       "else_clause", "while_statement", "case_statement", "case_item", "negated_command"})  # fmt: skip
_REDIRECTS = frozenset({"file_redirect", "heredoc_redirect", "herestring_redirect"})

Interpreted = Callable[[str, str], None]


@dataclass(slots=True)
class _Out:
    """Commands whose output goes on, and that output where it is known."""

    commands: list[Command]
    text: str | None = None


@dataclass(slots=True)
class _Redirects:
    rows: list[Redirect]
    stdin: str | None = None
    fed: bool = False  # standard input is redirected
    silent: bool = False  # standard output is
    sources: tuple[Command, ...] = ()


_NO_REDIRECTS = _Redirects([])


def commands_in(code: str, foreign: Callable[[str, str, Command], None] | None = None) -> list[Command]:
    """Every command that `code` would run; `foreign` gets code for other interpreters: (code, language, the command).

    Raises:
        GuardError: too long, nested too deep, or grown too large.
    """
    if len(code) > MAX_CHARS:
        raise GuardError(f"a script over {MAX_CHARS} characters long is not judged")
    reader = _Reader(foreign, MAX_HELD_CHARS + MAX_HELD_PER_CHAR * len(code))
    reader.read(code, {}, None, 0)
    return reader.commands


class _Reader:
    """One script and what it holds; everything nested reports to the same list."""

    def __init__(self, foreign: Callable[[str, str, Command], None] | None, held_chars: int) -> None:
        self.left_chars = self.held_chars = held_chars
        self.commands: list[Command] = []
        self.foreign = foreign
        self.files = Files()
        self.nested_chars = 0

    def read(self, code: str, scope: Scope, at: tuple[int, int] | None, depth: int, piped: _Out | None = None) -> _Out:
        """Reads `code`; its commands stand at `at` in the outermost script, or where they stand."""
        if depth > MAX_DEPTH:
            raise GuardError(f"commands are nested deeper than {MAX_DEPTH}")
        if depth:
            self.nested_chars += len(code)
            if self.nested_chars > MAX_NESTED_CHARS:
                raise GuardError(f"a script unpacks to more than {MAX_NESTED_CHARS} characters")
        return _Script(self, code, scope, at, depth, piped or _Out([])).run()

    def hold(self, chars: int) -> None:
        """Counts what commands are about to hold.

        Raises:
            GuardError: it is too much to be matched.
        """
        self.left_chars -= chars
        if self.left_chars < 0:
            raise GuardError(f"the commands of a script hold more than {self.held_chars} characters")

    def add(self, command: Command) -> None:
        self.hold(
            len(command.raw) + sum(map(len, command.argv)) + sum(map(len, command.assigns)) + len(command.stdin or "")
            + _LINK * (len(command.sources) + len(command.redirects))
        )  # fmt: skip
        self.commands.append(command)
        if len(self.commands) > MAX_COMMANDS:
            raise GuardError(f"a script runs more than {MAX_COMMANDS} commands")


class _Script:
    def __init__(
        self, reader: _Reader, code: str, scope: Scope, at: tuple[int, int] | None, depth: int, piped: _Out
    ) -> None:
        self._reader, self._code, self._scope, self._at, self._depth = reader, code, scope, at, depth
        self._piped = self._outer = piped
        self._substituted: list[Command] = []
        self._functions: dict[str, Any] = {}
        self._calls = 0
        self._active: set[str] = set()
        self._span = at or (0, len(code))
        self._expander = Expander(scope, self._substitute)

    def run(self) -> _Out:
        code = self._code
        root = tree_of(code)
        if root is None or root.type == "ERROR":  # a root that is no program: its children are scraps
            return self._lex(0, len(code))
        if not root.has_error:
            return self._walk(root)
        out, broken_from = _Out([], ""), -1
        for child in root.named_children:
            if not child.has_error:
                if broken_from >= 0:
                    self._lex(broken_from, child.start_byte)
                    broken_from = -1
                out.commands += self._walk(child).commands
            elif broken_from < 0:
                broken_from = child.start_byte
        if broken_from >= 0 or root.named_child_count == 0:
            out.commands += self._lex(max(broken_from, 0), len(code)).commands
        out.text = None
        return out

    # Statements

    def _walk(self, node: Any) -> _Out:
        kind = node.type
        if kind == "command":
            return self._command(node, _NO_REDIRECTS)
        if kind in _COMPOUND:
            return self._each(node.named_children)
        if kind == "redirected_statement":
            return self._redirected(node)
        if kind == "pipeline":
            return self._pipeline(node.named_children, self._piped)
        if kind == "variable_assignment":
            self._begin(node)
            self._assign(node)
            self._bare(node, [self._slice(node)])
            return _Out([], "")
        if kind == "variable_assignments":
            return self._each(node.named_children)
        if kind in ("declaration_command", "unset_command"):
            return self._declaration(node)
        if kind in ("for_statement", "c_style_for_statement"):
            return self._for(node)
        if kind == "function_definition":
            return self._function(node)
        if kind in ("command_substitution", "process_substitution", "string", "concatenation", "expansion"):
            self._begin(node)
            return _Out(self._substitutions(node))
        if kind in _SKIPPED:
            return _Out([], "")
        if kind in _REDIRECTS:
            self._begin(node)
            redirects = self._redirects([node])
            return _Out([self._emit([], redirects, self._slice(node), ())]) if redirects.rows else _Out([], "")
        return self._each(node.named_children)

    def _each(self, nodes: Sequence[Any]) -> _Out:
        out = _Out([], "")
        for node in nodes:
            one = self._walk(node)
            out.commands += one.commands
            out.text = None if out.text is None or one.text is None else out.text + one.text
        return out

    def _pipeline(self, stages: Sequence[Any], piped: _Out) -> _Out:
        before, out = self._piped, piped
        try:
            for stage in stages:
                if stage.type == "comment":
                    continue
                self._piped = out
                new = self._walk(stage)
                # What came before is read by what comes next, too: `curl | sed | sh`.
                out = _Out([*out.commands, *new.commands] if len(out.commands) < MAX_STAGES else new.commands, new.text)
        finally:
            self._piped = before
        return out

    def _redirected(self, node: Any) -> _Out:
        children = node.named_children
        body = [child for child in children if child.type not in _REDIRECTS]
        self._begin(node)
        redirects = self._redirects([child for child in children if child.type in _REDIRECTS])
        if not body:
            out = _Out([self._emit([], redirects, self._slice(node), ())])
        elif body[0].type == "command":
            out = self._command(body[0], redirects, node)
        else:
            before = self._piped
            self._piped = _Out([*before.commands, *redirects.sources], redirects.stdin)
            out = self._walk(body[0])
            self._piped = before
            self._reader.hold(_LINK * sum(len(command.redirects) + len(redirects.rows) for command in out.commands))
            for command in out.commands:
                command.redirects = [*command.redirects, *redirects.rows]
            for command in out.commands[-1:]:
                self._reader.files.written(command, redirects.rows)
        if redirects.silent:
            out = _Out(out.commands, "")
        for child in children:
            if child.type == "heredoc_redirect":
                for after in child.named_children:
                    if after.type == "pipeline":
                        out = self._pipeline(after.named_children, out)
                    elif after.type in ("command", "list", "redirected_statement"):
                        self._walk(after)
        return out

    def _for(self, node: Any) -> _Out:
        self._begin(node)
        name = node.child_by_field_name("variable")
        if name is not None:
            values = [
                field
                for child in node.children_by_field_name("value")
                for field in self._expander.fields(self._slice(child))
            ]
            self._scope[self._slice(name)] = Each(values[:64]) if values else None
        return self._each([child for child in node.named_children if child.type in ("do_group", "compound_statement")])

    def _function(self, node: Any) -> _Out:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is None or body is None:
            return self._each(node.named_children)
        called = self._slice(name)
        self._functions[called] = body
        first = len(self._reader.commands)
        self._active.add(called)
        self._walk(body)
        self._active.discard(called)
        for command in self._reader.commands[first:]:
            command.recursive = command.name == called and any(source.name == called for source in command.sources)
        return _Out([], "")

    def _declaration(self, node: Any) -> _Out:
        self._begin(node)
        words = []
        for child in node.named_children:
            if child.type == "variable_assignment":
                self._assign(child)
            words += self._expander.fields(self._slice(child))
        keyword = self._slice(node).split(None, 1)[0]
        assigns = [word for word in words if "=" in word]
        command = self._emit([keyword, *words], _NO_REDIRECTS, self._slice(node), assigns)
        return _Out([command], "")

    def _bare(self, node: Any, texts: list[str]) -> None:
        """An assignment that is no command's: kept as one, so that rules can look at it."""
        assigns = [self._expander.text(text) for text in texts]
        self._emit([], _NO_REDIRECTS, self._slice(node), assigns)

    def _assign(self, node: Any) -> None:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None:
            return
        called, appended = self._slice(name), "+=" in self._slice(node)[: name.end_byte - node.start_byte + 2]
        before = self._scope.get(called) or ()
        if value is None:
            self._scope[called] = before if appended else ("",)
        elif value.type == "array":
            fields = tuple(
                field for child in value.named_children for field in self._expander.fields(self._slice(child))
            )
            self._scope[called] = (*before, *fields)[:64] if appended else fields[:64]
        else:
            text = self._expander.text(self._slice(value))
            self._scope[called] = ("".join(before) + text if appended else text,)

    # Commands

    def _command(self, node: Any, redirects: _Redirects, statement: Any = None) -> _Out:
        """A command, and the `statement` that it stands in where that has redirects."""
        self._begin(statement or node)
        words: list[str] = []
        own, assigns = [], []
        end, word_end = node.start_byte, -1
        for child in node.named_children:
            # The grammar now and then reads on after a comment as if the line had not ended.
            if "\n" in (gap := self._code[end : child.start_byte]) and _LINE_END.search(gap):
                return self._lex(node.start_byte, node.end_byte)
            end = child.end_byte
            if child.type in _REDIRECTS:
                own.append(child)
            elif child.type == "variable_assignment":
                assigns.append(self._expander.text(self._slice(child)))
            elif child.type != "comment":
                # The grammar splits some words that hold no blank: `rm$IFS-rf$IFS/`.
                joined = child.start_byte == word_end and bool(words)
                words.append((words.pop() if joined else "") + self._slice(child))
                word_end = child.end_byte
        if own:
            more = self._redirects(own)
            redirects = _Redirects(
                [*redirects.rows, *more.rows], redirects.stdin if redirects.stdin is not None else more.stdin,
                redirects.fed or more.fed, redirects.silent or more.silent, (*redirects.sources, *more.sources),
            )  # fmt: skip
        return self._simple(words, redirects, self._slice(statement or node), assigns)

    def _lex(self, start: int, end: int) -> _Out:
        """The same without a grammar."""
        out, before, first_piped = _Out([], ""), self._piped, self._piped
        for simple in simple_commands(self._code, start, end):
            spans = [*simple.words, *((at, stop) for _, at, stop in simple.redirects)]
            first, last = min(at for at, _ in spans), max(stop for _, stop in spans)
            self._span = self._at or (first, last)
            self._substituted = []
            rows = [
                Redirect(operator, self._expander.text(self._code[at:stop])) for operator, at, stop in simple.redirects
            ]
            given = [row for row in rows if row.operator == "<<<"]
            redirects = _Redirects(
                [row for row in rows if not row.operator.startswith("<<")], given[0].target if given else None,
                fed=bool(given), silent=any(row.operator[0] == ">" for row in rows), sources=tuple(self._substituted),
            )  # fmt: skip
            words = [self._code[at:stop] for at, stop in simple.words]
            assigns: list[str] = []
            while words and (found := _ASSIGNMENT.match(words[0])):
                value = words.pop(0)
                self._scope[found[1]] = (self._expander.text(value[found.end() :]),)
                assigns.append(self._expander.text(value))
            self._piped = _Out(out.commands[-20:], out.text) if simple.piped else first_piped
            first_piped = self._outer
            new = self._simple(words, redirects, self._code[first:last], assigns)
            out = _Out([*(out.commands[-MAX_STAGES:] if simple.piped else ()), *new.commands], new.text)
        self._piped = before
        return out

    def _simple(self, words: Sequence[str], redirects: _Redirects, raw: str, assigns: Sequence[str]) -> _Out:
        argv: list[str] = []
        for word in words:
            argv += self._expander.fields(word)
        if argv:
            argv[0] = _JOINED.sub("", argv[0])  # c$@at, wh${x}oami: nothing is there
            if _GLOB.search(argv[0]):
                argv[0] = matched_program(argv[0]) or argv[0]
            for number, word in enumerate(argv[1:], start=1):
                if word in _HERE and self._scope.get("PWD"):
                    argv[number] = self._in_folder(word)
                elif len(word) < 200 and "/" in word and _GLOB.search(word):
                    argv[number] = matched_path(word)
        if argv and argv[0] in _DECLARING and not assigns:  # where the lexer read it
            assigns = [word for word in argv[1:] if _ASSIGNMENT.match(word)]
            for word in assigns:
                self._scope[word.partition("=")[0]] = (word.partition("=")[2],)
        command = self._emit(argv, redirects, raw, assigns)
        if command.name in ("cd", "pushd"):
            self._scope["PWD"] = (self._in_folder(command.operands[0]) if command.operands else "~",)
        return _Out([command], "" if redirects.silent else output_of(command))

    def _in_folder(self, path: str) -> str:
        """A relative path from the folder that the script has gone to."""
        folder = self._scope.get("PWD")
        if path.startswith(("/", "~", "${")) or not folder:
            return path
        return f"{folder[0].rstrip('/')}/{path.removeprefix('./')}"

    def _emit(self, argv: Sequence[str], redirects: _Redirects, raw: str, assigns: Sequence[str]) -> Command:
        """The command itself and whatever it runs; answers with the innermost."""
        substituted = self._substituted
        stdin = redirects.stdin if redirects.fed else self._piped.text
        sources = [*([] if redirects.fed else self._piped.commands), *redirects.sources]
        command = Command(argv, *self._span, raw, redirects.rows, assigns, sources, stdin=stdin)
        wrappers: list[str] = []
        while (inner := unwrapped(command.name, command.argv)) is not None and len(wrappers) < 10:
            wrappers.append(command.name)
            if command.name in ("xargs", "parallel"):
                inner = [*inner, *(stdin.split()[:64] if stdin is not None else [UNKNOWN_OUTPUT] if sources else [])]
            command = Command(inner, *self._span, raw, redirects.rows, assigns, sources, stdin=stdin)
        command.wrappers = tuple(wrappers)
        code = given_code(command.name, command.argv)
        if code is None or _RUNS_OUTPUT.search(code) or _OUTPUT_AS_CODE.search(raw):
            sources += substituted
        self._reader.add(command)
        if command.argv:
            self._reader.files.follow(command)
            self._inside(command, code)
        return command

    def _inside(self, command: Command, code: str | None) -> None:
        """Reads the code that a command runs."""
        name, reader = command.name, self._reader
        here = (command.start, command.end)
        codes = [code] if code is not None and code != UNKNOWN_OUTPUT else []
        if name in SHELLS and code is None:
            file = shell_code(command.argv)[1]
            known = reader.files.text(file) if file is not None else command.stdin
            if known is not None:  # what it reads as code is not left for the code to read
                reader.read(known, dict(self._scope), here, self._depth + 1)
        elif name in (".", "source"):
            codes += [known for file in command.operands[:1] if (known := reader.files.text(file)) is not None]
        inner, more = carried(name, command.argv)
        for argv in inner:
            self._nested_command(argv, command)
        piped = _Out(command.sources, command.stdin)
        for text in (*codes, *more):
            self._reader.read(text, dict(self._scope), here, self._depth + 1, piped)
        if name in self._functions and name not in self._active and self._calls < MAX_CALLS:
            self._call(name, command)
        if reader.foreign is None:
            return
        if name in POWERSHELLS:
            reader.foreign(command.text, "powershell", command)
        elif language := interpreted(name):
            for option in ("-c",) if language == "python" else ("-r",) if language == "php" else ("-e", "-p", "--eval"):
                for text in command.values(option):
                    reader.foreign(text, language, command)
            if command.stdin is not None and not command.operands:
                reader.foreign(command.stdin, language, command)

    def _nested_command(self, argv: Sequence[str], carrier: Command) -> None:
        if self._depth >= MAX_DEPTH:
            raise GuardError(f"commands are nested deeper than {MAX_DEPTH}")
        kept, self._substituted, self._depth = self._substituted, [], self._depth + 1
        before, self._piped = self._piped, _Out(carrier.sources, carrier.stdin)
        self._emit(argv, _NO_REDIRECTS, carrier.raw, ())
        self._substituted, self._piped, self._depth = kept, before, self._depth - 1

    def _call(self, name: str, command: Command) -> None:
        """The body of a function of the script's own, with the arguments of this call."""
        self._calls += 1
        self._active.add(name)
        names = [str(number) for number in range(1, 10)]
        before = {one: self._scope.get(one) for one in (*names, "@", "*")}
        for number, value in zip(names, command.arguments, strict=False):
            self._scope[number] = (value,)
        self._scope["@"] = self._scope["*"] = tuple(command.arguments)
        span = self._at
        self._at = (command.start, command.end)
        self._walk(self._functions[name])
        self._at = span
        for one, old in before.items():
            if old is None:
                self._scope.pop(one, None)
            else:
                self._scope[one] = old
        self._active.discard(name)

    # Parts

    def _begin(self, node: Any) -> None:
        self._span = self._at or (node.start_byte, min(node.end_byte, len(self._code)))
        self._substituted = []

    def _slice(self, node: Any) -> str:
        return self._code[node.start_byte : node.end_byte]

    def _substitute(self, code: str) -> str | None:
        """Runs, so to say, a substitution; its commands become sources of the one that holds it."""
        if code.lstrip().startswith("<"):
            code = "cat " + code
        span, kept = self._span, self._substituted
        out = self._reader.read(code, dict(self._scope), span, self._depth + 1)
        self._span, self._substituted = span, kept
        kept += out.commands
        for command in out.commands:
            command.substituted = True
        return out.text

    def _substitutions(self, node: Any) -> list[Command]:
        self._expander.text(self._slice(node))
        return list(self._substituted)

    def _redirects(self, nodes: Sequence[Any]) -> _Redirects:
        rows: list[Redirect] = []
        result = _Redirects(rows)
        for node in nodes:
            text = self._slice(node)
            operator = _OPERATOR.match(text)
            if node.type == "herestring_redirect":
                result.stdin, result.fed = (
                    self._expander.text(text[operator.end() :].lstrip() if operator else text),
                    True,
                )
            elif node.type == "heredoc_redirect":
                result.stdin, result.fed = self._document(node), True
                inner = [child for child in node.named_children if child.type == "file_redirect"]
                if inner:
                    more = self._redirects(inner)
                    rows += more.rows
                    result.silent = result.silent or more.silent
            elif operator is not None:
                target = node.child_by_field_name("destination")
                if target is None:
                    continue
                rows.append(Redirect(operator[1], self._expander.text(self._slice(target))))
                result.fed = result.fed or operator[1] == "<"
                result.silent = result.silent or (operator[1][0] == ">" and not text.startswith(("2", "3")))
                if operator[1] == "<":
                    result.stdin = self._reader.files.text(rows[-1].target)
        result.sources = tuple(self._substituted)
        return result

    def _document(self, node: Any) -> str | None:
        quoted = False
        for child in node.named_children:
            if child.type == "heredoc_start":
                quoted = self._slice(child)[:1] in "'\"\\"
            elif child.type == "heredoc_body":
                body = self._slice(child)
                return body if quoted else self._expander.document(body)
        return None
