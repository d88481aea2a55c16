"""Functions in the taint analysis: what they are called, what their parameters are, and whose parameters a client fills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .node import Node

FUNCTIONS = frozenset({
    "arrow_function", "constructor_declaration", "func_literal", "function_declaration", "function_definition",
    "function_expression", "function_item", "lambda", "lambda_expression",
    "method_declaration", "method_definition", "anonymous_function",
})  # fmt: skip
CLASSES = frozenset({"class_declaration", "class_definition"})
_CONSTRUCTORS = frozenset({"__construct", "__init__", "constructor"})
_LISTS = frozenset(
    {
        "parameters",
        "formal_parameters",
        "parameter_list",
        "function_declarator",
        "pointer_declarator",
        "lambda_parameters",
    }
)
# What a program hands itself: no text of a stranger.
_OWN = re.compile(
    r"^\$?(self|this|cls|db|conn|connection|cursor|cur|session|res|response|next|app|logger|log|done|cb|callback|pool|client|pdo|mysqli"
    r"|base(_?(dir|path|folder))?|root(_?(dir|path|folder))?|upload_?(dir|folder|path)|w|tx|ctx|context|engine|config|settings|options|err|error|e|key|secret(_?key)?)$",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"^(Optional\[)?(int|float|bool|UUID|uuid\.UUID|date|datetime|number|boolean|integer|Session|Request|Response|AsyncSession"
    r"|Connection|sqlite3\.Connection|Cursor|PDO|mysqli|Engine|Pool|BackgroundTasks|WebSocket|HttpRequest|bytes|Enum|Decimal)\b"
)

# The same for languages that write a type before every name.
_NO_TEXT_TYPE = re.compile(
    r"^(u?int(\d+_t)?|unsigned|signed|long|short|double|float|bool|boolean|byte|sbyte|char|decimal|size_t|ssize_t|[upg]id_t|off_t|time_t|mode_t"
    r"|Integer|Long|Short|Double|Float|Boolean|BigDecimal|BigInteger|UUID|Guid|DateTime|LocalDate\w*|Instant|Date|TimeSpan|FILE|sqlite3|MYSQL|PGconn"
    r"|\w*Connection|DataSource|\w*Statement|\w*Command|JdbcTemplate|EntityManager|\w*Context|\w*Session|\w*Service|\w*Repository|I?Logger|Random|SecureRandom"
    r"|(HttpServlet|Servlet)?Re(quest|sponse)|HttpServletRe(quest|sponse)|HttpRe(quest|sponse)\w*|Model|ModelMap|BindingResult|Class|CancellationToken|IConfiguration"
    r"|File|Path|FileInfo|DirectoryInfo|SqlTransaction|XmlDocument|Document|XPath|DirContext|I?HttpClient\w*|PrintWriter|OutputStream|ResultSet|int|bool)$"
)

_ROUTES = frozenset({"api_route", "api_view", "delete", "get", "patch", "post", "put", "route", "websocket"})
_ROUTE_MARKS = frozenset({
    "GetMapping", "PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping", "GET", "POST", "PUT", "DELETE",
    "HttpGet", "HttpPost", "HttpPut", "HttpDelete", "HttpPatch", "WebMethod",
})  # fmt: skip
_CONTROLLERS = frozenset({"Controller", "ControllerBase", "ApiController", "PageModel", "Hub", "AsyncController"})
_NUMBER_TYPES = frozenset({"integral_type", "floating_point_type", "boolean_type"})
_REQUEST_DECORATORS = frozenset(
    {
        "Body",
        "Headers",
        "Param",
        "Query",
        "QueryParam",
        "BodyParam",
        "PathParam",
        "UploadedFile",
        "RequestParam",
        "PathVariable",
        "RequestBody",
        "RequestHeader",
        "CookieValue",
        "ModelAttribute",
        "RequestPart",
        "FormParam",
        "HeaderParam",
        "CookieParam",
        "MatrixVariable",
        "FromQuery",
        "FromRoute",
        "FromBody",
        "FromForm",
        "FromHeader",
    }
)


def named_functions(nodes: Iterator[Node] | list[Node]) -> dict[str, Node]:
    """Every function that has a name, by that name; of two with one name neither, for which is called can't be told."""
    found: dict[str, Node] = {}
    twice = set()
    for node in nodes:
        name, function = None, node
        if node.kind in FUNCTIONS:
            for kid in node.kids:
                if kid.kind in ("function_declarator", "pointer_declarator"):  # C: the name stands in the declarator
                    name = next((part.text for part in kid.walk() if part.kind == "name"), name)
                if kid.kind in _LISTS:
                    break
                name = kid.text if kid.kind == "name" else name
        elif node.kind == "assign" and node.kids[0].kind == "name" and node.kids[1].kind in FUNCTIONS:
            name, function = node.kids[0].text, node.kids[1]
        if name:
            if name in found:
                twice.add(name)
            found[name] = function
    return {name: function for name, function in found.items() if name not in twice}


def constructors(classes: Iterable[Node]) -> dict[str, Node]:
    """The constructors of classes of this code, by the name of the class, where they have a name of their own."""
    found = {}
    for node in classes:
        name = next((kid.text for kid in node.kids if kid.kind == "name"), "")
        for function in (part for kid in node.kids for part in kid.kids if part.kind in FUNCTIONS):
            if any(kid.kind == "name" and kid.text in _CONSTRUCTORS for kid in function.kids):
                found[name] = function
    return found


def promoted(function: Node) -> dict[str, str]:
    """The parameters of a constructor that are fields, too, each with that field: ``__construct(private string $name)``."""
    found = {}
    for parameter in (part for kid in function.kids if kid.kind in _LISTS for part in kid.kids):
        names = [kid.text for kid in parameter.kids if kid.kind == "name"]
        if parameter.kind == "property_promotion_parameter" and names:
            found[names[-1]] = f"$this->{names[-1].lstrip('$')}"
        elif names and any(kid.kind == "accessibility_modifier" for kid in parameter.kids):
            found[names[0]] = f"this.{names[0]}"
    return found


def parameters(function: Node, language: str) -> set[str]:
    """The names of the parameters that can hold text of a stranger."""
    found: set[str] = set()
    for kid in function.kids:
        if kid.kind in _LISTS:
            found |= {part.text for part in _names(kid, language)}
        if function.kind in ("arrow_function", "lambda") and kid.kind == "name" and kid is function.kids[0]:
            found.add(kid.text)
    return {name for name in found if not _OWN.match(name)}


def parameter_order(function: Node, language: str) -> list[str]:
    """The names of all parameters, in the order in which a call hands them over."""
    found = []
    for kid in function.kids:
        if kid.kind in _LISTS:
            found += [part.text for part in _names(kid, language, every=True)]
        elif function.kind in ("arrow_function", "lambda") and kid.kind == "name" and kid is function.kids[0]:
            found.append(kid.text)
    return found[1:] if language == "python" and found[:1] in (["self"], ["cls"]) else found


def typed_parameters(function: Node) -> Iterator[tuple[str, str]]:
    """Type and name of the parameters of Java and C# that are of a class, generic ones left out."""
    for kid in function.kids:
        for parameter in kid.kids if kid.kind in _LISTS else ():
            names = _own_names(parameter)
            if len(names) == 2 and not _OWN.match(names[1].text) and not _NO_TEXT_TYPE.match(names[0].text):
                yield names[0].text, names[1].text


def decorated_parameters(function: Node) -> set[str]:
    """Parameters that a decorator or annotation of their own fills from the request: ``@RequestParam String name``."""
    found = set()
    if function.kind == "function_item":  # Rust: an extractor, told by its type
        for parameter in (part for kid in function.kids if kid.kind == "parameters" for part in kid.kids):
            types = {part.text for kid in parameter.kids[1:] for part in kid.walk() if part.kind == "name"}
            if not types.isdisjoint(_RUST_REQUESTS):
                found |= {name.text for name in _rust_name(parameter)}
        return found
    for kid in function.kids:
        for parameter in kid.kids if kid.kind in ("formal_parameters", "parameter_list") else ():
            marks = [part for part in parameter.kids if part.kind in ("decorator", "modifiers", "attribute_list")]
            if not any(_mark_names(mark) & _REQUEST_DECORATORS for mark in marks):
                continue
            names = _own_names(parameter)
            if any(mark.kind == "decorator" for mark in marks):  # TypeScript: the type comes last
                if names and not (len(names) > 1 and _NO_TEXT.match(names[1].text)):
                    found.add(names[0].text)
            elif names and not _holds_no_text(parameter, names, "java"):
                found.add(names[-1].text)
    return found


def is_route(function: Node, language: str) -> bool:
    """Whether a web framework calls the function, and fills its parameters from requests."""
    if language in ("java", "csharp"):
        marks = [kid for kid in function.kids if kid.kind in ("modifiers", "attribute_list")]
        return any(_mark_names(mark) & _ROUTE_MARKS for mark in marks) or (
            language == "csharp" and (_is_action(function) or _is_mapped(function))
        )
    if language != "python":
        return False
    first = [part.text for kid in function.kids if kid.kind == "parameters" for part in kid.kids[:2] if not part.kids]
    if [name for name in first if name != "self"][:1] == ["request"]:  # a view of Django
        return True
    above = function.parent
    if above is None or above.kind != "decorated_definition":
        return False
    return any(kid.kind == "decorator" and _decorator(kid) in _ROUTES for kid in above.kids)


def _is_action(function: Node) -> bool:
    """A method of a controller of ASP.NET: the framework fills its parameters."""
    for above in function.within():
        if above.kind == "class_declaration":
            bases = [part.text for kid in above.kids if kid.kind == "base_list" for part in kid.walk()]
            return function.kind == "method_declaration" and not _CONTROLLERS.isdisjoint(bases)
    return False


def _is_mapped(function: Node) -> bool:
    """``app.MapGet("/x", (string name) => ...)``"""
    call = function.parent
    return (
        function.kind == "lambda_expression"
        and call is not None
        and call.kind == "call"
        and call.kids[0].kind == "member"
        and call.kids[0].kids[1].text.startswith("Map")
    )


def _mark_names(mark: Node) -> set[str]:
    """The names of the annotations or attributes in `mark`, or of the decorator that it is."""
    if mark.kind == "decorator":
        return {_decorator(mark)}
    return {
        next((inner.text for inner in part.walk() if inner.kind == "name"), "")
        for part in mark.kids
        if part.kind in ("annotation", "marker_annotation", "attribute", "member")
    }


def _decorator(node: Node) -> str:
    called = node.kids[0] if node.kids else node
    if called.kind == "call":
        called = called.kids[0]
        return called.kids[1].text if called.kind == "member" else called.text
    return ""


def is_number_type(name: str) -> bool:
    return name.strip().lower() in {
        "int", "integer", "long", "float", "double", "bool", "boolean", "short", "size_t", "unsigned",
    }  # fmt: skip


def _names(node: Node, language: str, *, every: bool = False) -> Iterator[Node]:
    """The names that a parameter list binds, its types left out: the last name of each parameter.

    Without `every`, those whose type can't hold text of a stranger are left out.
    """
    if node.kind == "function_declarator":
        for kid in node.kids[1:]:
            yield from _names(kid, language, every=every)
        return
    if node.kind == "pointer_declarator":
        for kid in node.kids:
            if kid.kind == "function_declarator":
                yield from _names(kid, language, every=every)
        return
    for parameter in node.kids:
        if parameter.kind == "name":
            yield parameter
            continue
        if language == "go" and parameter.kids:  # names first, their type last; only text can carry an attack
            *bound, kind = parameter.kids
            if every or kind.text in ("string", "any") or kind.kind in ("slice_type", "interface_type"):
                yield from bound
            continue
        if language == "rust":
            yield from _rust_name(parameter, every=every)
            continue
        if parameter.kind == "object_pattern":
            yield from (part for part in parameter.walk() if part.kind == "name")
            continue
        names = _own_names(parameter)
        if not names or (not every and _holds_no_text(parameter, names, language)):
            continue
        first_is_name = parameter.kind in (
            "default_parameter", "typed_parameter", "typed_default_parameter", "assign", "assignment_pattern",
            "required_parameter", "optional_parameter", "list_splat_pattern", "dictionary_splat_pattern",
        )  # fmt: skip
        yield names[0] if first_is_name else names[-1]


_RUST_TEXT = re.compile(r"(str|String|PathBuf|Path|OsStr|OsString|HashMap|Vec|Cow)")
_RUST_NAMED = re.compile(r"(Request|Query|Params|Form|Payload|Input|Args|Body)$")
_RUST_REQUESTS = frozenset({"Form", "HttpRequest", "Json", "Path", "Query", "RawQuery", "Request", "TypedHeader"})


def _rust_name(parameter: Node, *, every: bool = False) -> Iterator[Node]:
    """The name that a parameter binds, if its type can hold text; ``Query(params): Query<Params>`` binds the inner one."""
    bound = [kid for kid in parameter.kids if kid.kind != "mutable_specifier"]
    if len(bound) < 2:
        return
    types = [part.text for kid in bound[1:] for part in kid.walk() if part.kind == "name"]
    if not every and not any(_RUST_TEXT.fullmatch(kind) or _RUST_NAMED.search(kind) for kind in types):
        return
    names = [part for part in bound[0].walk() if part.kind == "name"]
    yield from names[-1:]


def _own_names(parameter: Node) -> list[Node]:
    return [
        part
        for kid in (parameter.kids or [parameter])
        if kid.kind not in ("decorator", "modifiers", "attribute_list")
        for part in kid.walk()
        if part.kind == "name"
    ]


def _holds_no_text(parameter: Node, names: list[Node], language: str) -> bool:
    if language == "php":
        return len(names) > 1 and _NO_TEXT.match(names[0].text) is not None
    if language == "python" and any(name.text == "Depends" for name in names):
        return True  # FastAPI's own injection, not the client's
    if language in ("c", "cpp", "csharp", "java"):
        if language in ("c", "cpp") and names[0].text == "char":
            return not any(part.kind.endswith("declarator") for part in parameter.walk())
        sized = any(part.kind == "sized_type_specifier" or part.kind in _NUMBER_TYPES for part in parameter.kids)
        return sized or (len(names) > 1 and _NO_TEXT_TYPE.match(names[-2].text) is not None)
    if language in ("python", "typescript"):
        return len(names) > 1 and _NO_TEXT.match(names[1].text) is not None
    return False
