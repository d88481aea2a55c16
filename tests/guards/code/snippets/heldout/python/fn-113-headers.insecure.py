def build_headers(user_agent: str, language: str) -> str:
    lines = ["User-Agent: " + user_agent, "Accept-Language: " + language]
    return "\r\n".join(lines) + "\r\n\r\n"
