"""Which language a piece of code is in: the label first, then cheap scoring; when unsure, the likeliest two.

A wrong label must not hide a finding, so a label that the code contradicts is believed *and* doubted: both
languages are scanned. Scoring is one pass of one linear expression over at most `SCORED_CHARS` characters.
"""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = ("c", "cpp", "csharp", "go", "java", "javascript", "php", "python", "rust", "shell", "typescript")
SCORED_CHARS = 8_000
SURE = 3.0  # a score from which the guess counts against a label; see tests/guards/code/test_languages.py
DOUBTFUL = 1.2  # the same where nothing at all speaks for the label

LABELS = {
    "c": "c h",
    "cpp": "cpp c++ cc cxx hpp hh hxx arduino",
    "csharp": "csharp c# cs dotnet razor cshtml",
    "go": "go golang",
    "java": "java jsp",
    "javascript": "javascript js jsx mjs cjs node nodejs vue",
    "php": "php php3 php4 php5 phtml",
    "powershell": "powershell ps1 pwsh psm1 posh batch bat cmd",
    "python": "python py python2 python3 py3 pyw ipython sage jupyter pycon",
    "rust": "rust rs",
    "shell": "shell sh bash zsh ksh console terminal shell-session shellsession dash",
    "typescript": "typescript ts tsx mts cts",
}
_LANGUAGE_OF = {label: language for language, labels in LABELS.items() for label in labels.split()}

_SUFFIXES = {
    "c": "c h", "cpp": "cpp cc cxx c++ hpp hh hxx ino", "csharp": "cs cshtml razor", "go": "go", "java": "java jsp",
    "javascript": "js jsx mjs cjs vue", "php": "php phtml php3 php4 php5", "powershell": "ps1 psm1 bat cmd",
    "python": "py pyw ipy", "rust": "rs", "shell": "sh bash zsh ksh", "typescript": "ts tsx mts cts",
}  # fmt: skip
_LANGUAGE_OF_SUFFIX = {suffix: language for language, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_SHEBANG = re.compile(r"#![ \t]*(?:\S*/)?(?:env[ \t]+(?:-S[ \t]+)?)?([\w.]+)")

# What tells languages apart: (expression, weight by language). No repeat may cross a line's end: `SCORED_CHARS`
# bounds the text, short lines the backtracking.
_MARKS: tuple[tuple[str, dict[str, float]], ...] = (
    (r"<\?php", {"php": 10}),
    (r"\$_(?:GET|POST|REQUEST|COOKIE|SERVER|FILES|SESSION)\b", {"php": 6}),
    (r"\$\w+[ \t]*(?:->|=[^=~])", {"php": 1.5}),
    (r"\$this->", {"php": 4}),
    (r"\becho[ \t]+[\"'$]", {"php": 1, "shell": 0.8}),
    (r"^[ \t]*(?:async )?def \w+\(", {"python": 4}),
    (r"^[ \t]*(?:if|for|while|with|try|elif|else|except)\b[^{};\n]*:[ \t]*(?:#.*)?$", {"python": 2}),
    (r"^[ \t]*from [\w.]+ import ", {"python": 4}),
    (r"^[ \t]*import [\w.]+(?: as \w+)?(?:, [\w.]+)*[ \t]*$", {"python": 2.5}),
    (r"\b(?:self|None|True|False|elif|lambda|__name__)\b", {"python": 1}),
    (r"\bprint\(", {"python": 0.8}),
    (r"\b(?:os|sys|subprocess|json|pickle|yaml|hashlib|requests|random|shutil|tempfile|sqlite3|flask|app|logging)"
     r"\.[a-z]\w*(?:\.\w+)*\([^;{}\n]*$", {"python": 1.5}),
    (r"^[ \t]*\w+(?:\.\w+)* = [^;{}\n]*[^;{}\n,(\[ \t]$", {"python": 0.6, "shell": 0.1}),
    (r"^[ \t]*@\w+(?:\.\w+)*(?:\(.*\))?[ \t]*$", {"python": 1, "java": 1, "typescript": 0.5}),
    (r"\bf[\"'][^\"']*\{", {"python": 1.5}),
    (r"^[ \t]*#[ \t]*include[ \t]*[<\"](?:iostream|string|vector|memory|map|algorithm|fstream|sstream|cstd\w+)[>\"]",
     {"cpp": 6}),
    (r"^[ \t]*#[ \t]*include[ \t]*[<\"]\w[\w/]*\.h[>\"]", {"c": 3, "cpp": 1.5}),
    (r"\bstd::\w+", {"cpp": 3}),
    (r"\b(?:nullptr|constexpr|template[ \t]*<|cout|cin|endl|namespace \w+ \{)", {"cpp": 2}),
    (r"\b(?:static_cast|reinterpret_cast|unique_ptr|dynamic_cast)\b", {"cpp": 3}),
    (r"\b(?:char|int|void|size_t|unsigned|struct \w+)[ \t]*\*+[ \t]*\w+", {"c": 2, "cpp": 1.2}),
    (r"\bchar \w+\[", {"c": 2, "cpp": 1}),
    (r"\b(?:printf|scanf|malloc|strcpy|strcat|memcpy|fgets|sprintf|snprintf|strlen|free)\(", {"c": 1.5, "cpp": 0.8}),
    (r"\bNULL\b", {"c": 0.7, "cpp": 0.5}),
    (r"^[ \t]*using System(?:\.[\w.]+)?;", {"csharp": 6}),
    (r"^[ \t]*using [\w.]+;", {"csharp": 2}),
    (r"\b(?:Console\.Write|string\.(?:Format|IsNullOrEmpty)|IActionResult|async Task|foreach \(var|namespace [\w.]+;?)",
     {"csharp": 3}),
    (r"\bnew (?:SqlCommand|SqlConnection|StreamReader|HttpClient|Process|XmlDocument|List<\w+>)\b", {"csharp": 2}),
    (r"\[(?:Http(?:Get|Post|Put|Delete)|FromBody|FromQuery|Route|Authorize|ApiController)", {"csharp": 4}),
    (r"\{[ \t]*get;[ \t]*(?:private |init;|set;)", {"csharp": 5}),
    (r"^[ \t]*(?:public|private|protected|internal)[ \t]+(?:static |async |override |virtual |readonly )*string\b",
     {"csharp": 2}),
    (r"\bvar \w+ = new\b", {"csharp": 2, "java": 0.5}),
    (r"\b[A-Za-z]\w*\.[A-Z]\w*[a-z]\w*\(", {"csharp": 1.2, "go": 0.8}),
    (r"\b(?:Request|Response|Environment|Convert|Encoding|Process|File|Path|Directory|Cookies|Headers|app|services|options"
     r"|builder|context|handler|settings)\.[A-Z]\w*[a-z]", {"csharp": 1.5, "go": 0.2}),
    (r"\bclass \w+[ \t]*:[ \t]*[A-Z]\w+", {"csharp": 2.5, "cpp": 0.3}),
    (r"^[ \t]*(?:\w+ )*(?:void|string|int|bool|Task|object) [A-Z]\w*\(", {"csharp": 1.5, "cpp": 0.2}),
    (r"\bstring\??[ \t]+\w+[ \t]*[=;,)]", {"csharp": 1.8, "cpp": 0.8, "go": 0.1}),
    (r"\bnew [A-Z]\w*(?:\(|[ \t]*\{)", {"csharp": 0.6, "java": 0.6, "javascript": 0.4, "php": 0.3, "typescript": 0.4}),
    (r"\bvar \w+ =", {"csharp": 0.8, "javascript": 0.7, "java": 0.3, "go": 0.2}),
    (r"\b[A-Z]\w* \w+ = ", {"java": 0.8, "csharp": 0.8}),
    (r"^[ \t]*import (?:static )?(?:java|javax|jakarta|org|com)\.[\w.*]+;", {"java": 6}),
    (r"^[ \t]*package [\w.]+;", {"java": 4}),
    (r"\b(?:public|private|protected)[ \t]+(?:static |final )*(?:void|String|int|boolean|List<)",
     {"java": 1.5, "csharp": 0.5}),
    (r"\bString[ \t]+\w+[ \t]*[=;,)]", {"java": 2}),
    (r"\bSystem\.(?:out|err)\.print", {"java": 5}),
    (r"\b(?:HttpServletRe(?:quest|sponse)|throws \w+|@Override|PreparedStatement|implements |extends )", {"java": 2}),
    (r"\bfinal (?:String|int|var|List)\b", {"java": 2}),
    (r"\b(?:const|let) (?:\w+|\{[^}\n]*\}|\[[^\]\n]*\])[ \t]*=", {"javascript": 2, "typescript": 1.6, "rust": 0.1}),
    (r"=>[ \t]*[{(\w]", {"javascript": 1, "typescript": 1, "csharp": 0.5, "php": 0.3}),
    (r"\brequire\([ \t]*[\"']", {"javascript": 3, "php": 0.5}),
    (r"\b(?:console\.(?:log|error)|document\.|window\.|module\.exports|addEventListener|process\.env)",
     {"javascript": 3, "typescript": 1.8}),
    (r"\bfunction[ \t]*\w*[ \t]*\([\w ,{}=]*\)[ \t]*\{", {"javascript": 2, "typescript": 0.8}),
    (r"\bfunction[ \t]+&?\w+[ \t]*\([^)\n]*\$\w", {"php": 5}),
    (r"===|!==", {"javascript": 0.8, "typescript": 0.8, "php": 0.4}),
    (r"\b(?:req|res)\.(?:query|body|params|send|json|redirect)\b", {"javascript": 2, "typescript": 1.4}),
    (r"^[ \t]*import .* from [\"']", {"javascript": 3, "typescript": 3}),
    (r"[\w)\]?][ \t]*:[ \t]*(?:string|number|boolean|any|unknown|void|Promise<|Request|Response)\b", {"typescript": 4}),
    (r"^[ \t]*(?:export )?(?:interface|type) \w+[ \t]*(?:=|\{|extends)", {"typescript": 3, "java": 0.3, "go": 0.2}),
    (r"^package \w+[ \t]*$", {"go": 6}),
    (r"\bfunc (?:\(\w+ \*?\w+\) )?\w*\(", {"go": 4}),
    (r"\w[ \t]*:=[ \t]*\S", {"go": 2.5}),
    (r"\b(?:fmt\.\w+|err != nil|http\.Re(?:quest|sponseWriter)|defer |chan )", {"go": 3}),
    (r"\bfn \w+[ \t]*(?:<[^>\n]*>)?\(", {"rust": 5}),
    (r"\blet mut \w+", {"rust": 5}),
    (r"\b\w+::\w+", {"rust": 1.2, "cpp": 0.6, "php": 0.4}),
    (r"\b[a-z_]+!\(|\.(?:unwrap|expect|into|as_str|to_string|clone)\(|\b(?:Ok|Err|Some)\(", {"rust": 1.5}),
    (r"^[ \t]*let \w+(?:: \w+)? = ", {"rust": 0.8}),
    (r"\b(?:println!|format!|vec!|unwrap\(\)|impl |pub fn|&str|&mut |unsafe \{|use std::)", {"rust": 3}),
    (r"^#![ \t]*/\S*\b(?:ba|z|k|da)?sh\b", {"shell": 10}),
    (r"^#![ \t]*/\S*\bpython", {"python": 10}),
    (r"^[ \t]*(?:\$|#|%)[ \t]+\w", {"shell": 1.5}),
    (r"^[ \t]*(?:sudo|apt(?:-get)?|curl|wget|chmod|chown|rm|cp|mv|mkdir|cd|export|tar|grep|sed|ssh|systemctl|pip|npm)"
     r"[ \t]+[\w\-~/.$\"']", {"shell": 3}),
    (r"^[ \t]*(?:nc|ncat|socat|docker|dockerd|podman|kubectl|helm|aws|gcloud|az|git|redis-server|mongod|dd|mkfs\S*|find|kill|killall|crontab"
     r"|iptables|useradd|usermod|su|scp|rsync|echo|cat|ls|tee|service|openssl|base64|env|source|nohup|perl|python3?|bash|sh|nsenter"
     r"|history|unset|ln|touch|passwd|mysql|psql|terraform)[ \t]+(?:-|[\w~/.$\"':]+(?:[ \t]|$))[^;{}=()]*$", {"shell": 2}),
    (r"\b\w+\(\)[ \t]*\{[^}\n]*[|;&]|:\(\)\{", {"shell": 2, "php": 0.1}),
    (r"\b(?:then|fi|done|esac)[ \t]*$", {"shell": 3}),
    (r"\s\|[ \t]*(?:grep|sh|bash|awk|sed|sort|xargs|tee|head|tail)\b", {"shell": 3}),
    (r"(?:\$\(\w|\$\{\w|\"\$\w)", {"shell": 1}),
    (r"\b(?:Invoke-\w+|Get-\w+|Set-\w+|New-Object|Write-Host|Start-Process|-ExecutionPolicy)\b", {"powershell": 5}),
    (r"\bIEX\b", {"powershell": 4}),
)  # fmt: skip

_CODE_PUNCTUATION = re.compile(r"[;{}()=]|->|=>|::|^\s*(?:#|//)", re.M)


def named(label: str | None) -> str | None:
    """The language that a fence's label, or a file's extension without its dot, stands for."""
    return _LANGUAGE_OF.get(label.lower()) if label else None


def of_suffix(suffix: str) -> str | None:
    """The language of files with this ending, dot included; None for what is no code, or none that is scanned.

    Narrower than `named`: a fence may be called `text` or `console`, a file's ending says what it is.
    """
    return _LANGUAGE_OF_SUFFIX.get(suffix.lower().removeprefix("."))


def of_shebang(line: str) -> str | None:
    """The language that a script's first line names."""
    found = _SHEBANG.match(line[:200])
    return _LANGUAGE_OF.get(found[1].rstrip("0123456789.")) if found else None


def likely(code: str, label: str | None = None) -> tuple[str, ...]:
    """The languages to scan `code` as, likeliest first: one where it is clear, two where it is not, none for prose."""
    claimed = named(label)
    scores = score(code)
    ranked = sorted(scores, key=lambda language: -scores[language])
    if claimed is None:
        close = [language for language in ranked[:2] if scores[language] >= scores[ranked[0]] * 0.4]
        return tuple(close)
    rivals = [language for language in ranked if _contradicts(language, claimed, scores)]
    return (claimed, *rivals[:1])


def score(code: str) -> dict[str, float]:
    """How much speaks for each language; 0 is left out."""
    scores: dict[str, float] = {}
    text = code[:SCORED_CHARS]
    for expression, weights in _marks():
        count = 0
        for _ in expression.finditer(text):
            count += 1
            if count == 4:
                break
        if count:
            for language, weight in weights.items():
                scores[language] = scores.get(language, 0.0) + weight * min(count, 3)
    return scores


def looks_like_code(text: str) -> bool:
    """Whether a text without any fence is code from end to end, as a model writes that was told to answer code only."""
    lines = [line for line in text[:SCORED_CHARS].splitlines() if line.strip()]
    if not lines:
        return False
    coded = sum(bool(_CODE_PUNCTUATION.search(line[:200])) for line in lines)
    return coded >= 0.5 * len(lines) and max(score(text).values(), default=0.0) >= SURE


def _contradicts(language: str, claimed: str, scores: dict[str, float]) -> bool:
    if language == claimed or (language, claimed) in (("c", "cpp"), ("javascript", "typescript")):
        return False  # what is read as the wider language is judged by the rules of both
    own = scores.get(claimed, 0.0)
    if (language, claimed) in (("cpp", "c"), ("typescript", "javascript")):
        return scores[language] >= SURE and scores[language] > own
    return scores[language] >= (SURE if own else DOUBTFUL) and scores[language] >= 1.5 * own


@cache
def _marks() -> tuple[tuple[re.Pattern[str], dict[str, float]], ...]:
    return tuple((re.compile(expression, re.M), weights) for expression, weights in _MARKS)
