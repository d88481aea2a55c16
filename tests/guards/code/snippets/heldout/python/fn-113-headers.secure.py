def build_headers(user_agent: str, language: str) -> str:
    lines = [
        "User-Agent: " + user_agent.replace("\r", "").replace("\n", ""),
        "Accept-Language: " + language.replace("\r", "").replace("\n", ""),
    ]
    return "\r\n".join(lines) + "\r\n\r\n"
