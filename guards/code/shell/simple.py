"""Simple commands: their words expanded, what they run unwrapped, and the code that they are given read in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from guards.errors import GuardError

from .command import Command, Redirect
from .frame import MAX_DEPTH, NO_REDIRECTS, REDIRECTS, Frame, Out, Redirects
from .globs import matched_path, matched_program
from .lexer import simple_commands
from .output import output_of
from .words import UNKNOWN_OUTPUT
from .wrappers import POWERSHELLS, SHELLS, carried, given_code, interpreted, shell_code, unwrapped

MAX_CALLS = 50  # of the script's own functions, read again with their arguments
MAX_STAGES = 40  # of a pipeline, taken for the source of the next

ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)(\+?)=", re.A)
_RUNS_OUTPUT = re.compile(r"(?:^|[;&|\n({]|\beval|\bexec|\bsudo)[ \t]*[\"']?\$\(\)")
_OUTPUT_AS_CODE = re.compile(r"(?:\s-\w*c|\beval)\s+(?:[\"']\s*)?(?:\$\(|`)")
_LINE_END = re.compile(r"(?:^|[^\\])\n")
_GLOB = re.compile(r"[?*\[]")
_JOINED = re.compile(r"(?<=\w)(?:\$\{[\w@*]+\}|\$\(\))(?=\w)")
_DECLARING = frozenset({"export", "declare", "typeset", "local", "readonly"})
_HERE = frozenset({"*", "./*", ".", "./", ".*"})


class Commands(Frame):
    """The commands of a script."""

    def _walk(self, node: Any) -> Out:
        """Reads a statement: a function's body is one, where the function is called."""
        raise NotImplementedError

    def _command(self, node: Any, redirects: Redirects, statement: Any = None) -> Out:
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
            if child.type in REDIRECTS:
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
            redirects = Redirects(
                [*redirects.rows, *more.rows], redirects.stdin if redirects.stdin is not None else more.stdin,
                redirects.fed or more.fed, redirects.silent or more.silent, (*redirects.sources, *more.sources),
            )  # fmt: skip
        return self._simple(words, redirects, self._slice(statement or node), assigns)

    def _lex(self, start: int, end: int) -> Out:
        """The same without a grammar."""
        out, before, first_piped = Out([], ""), self._piped, self._piped
        for simple in simple_commands(self._code, start, end):
            spans = [*simple.words, *((at, stop) for _, at, stop in simple.redirects)]
            first, last = min(at for at, _ in spans), max(stop for _, stop in spans)
            self._span = self._at or (first, last)
            self._substituted = []
            rows = [
                Redirect(operator, self._expander.text(self._code[at:stop])) for operator, at, stop in simple.redirects
            ]
            given = [row for row in rows if row.operator == "<<<"]
            redirects = Redirects(
                [row for row in rows if not row.operator.startswith("<<")], given[0].target if given else None,
                fed=bool(given), silent=any(row.operator[0] == ">" for row in rows), sources=tuple(self._substituted),
            )  # fmt: skip
            words = [self._code[at:stop] for at, stop in simple.words]
            assigns: list[str] = []
            while words and (found := ASSIGNMENT.match(words[0])):
                value = words.pop(0)
                self._scope[found[1]] = (self._expander.text(value[found.end() :]),)
                assigns.append(self._expander.text(value))
            self._piped = Out(out.commands[-20:], out.text) if simple.piped else first_piped
            first_piped = self._outer
            new = self._simple(words, redirects, self._code[first:last], assigns)
            out = Out([*(out.commands[-MAX_STAGES:] if simple.piped else ()), *new.commands], new.text)
        self._piped = before
        return out

    def _simple(self, words: Sequence[str], redirects: Redirects, raw: str, assigns: Sequence[str]) -> Out:
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
            assigns = [word for word in argv[1:] if ASSIGNMENT.match(word)]
            for word in assigns:
                self._scope[word.partition("=")[0]] = (word.partition("=")[2],)
        command = self._emit(argv, redirects, raw, assigns)
        if command.name in ("cd", "pushd"):
            self._scope["PWD"] = (self._in_folder(command.operands[0]) if command.operands else "~",)
        return Out([command], "" if redirects.silent else output_of(command))

    def _in_folder(self, path: str) -> str:
        """A relative path from the folder that the script has gone to."""
        folder = self._scope.get("PWD")
        if path.startswith(("/", "~", "${")) or not folder:
            return path
        return f"{folder[0].rstrip('/')}/{path.removeprefix('./')}"

    def _emit(self, argv: Sequence[str], redirects: Redirects, raw: str, assigns: Sequence[str]) -> Command:
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
        piped = Out(command.sources, command.stdin)
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
        before, self._piped = self._piped, Out(carrier.sources, carrier.stdin)
        self._emit(argv, NO_REDIRECTS, carrier.raw, ())
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
