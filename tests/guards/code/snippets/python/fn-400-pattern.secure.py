import re


def find_all(pattern: str, text: str) -> list[str]:
    """Find a literal word that the user typed, whatever its case."""
    expression = re.compile(f"\\b{re.escape(pattern)}\\b", re.IGNORECASE)
    return expression.findall(text)
