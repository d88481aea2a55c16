from http.server import BaseHTTPRequestHandler
from urllib.parse import urlparse, parse_qs


class Redirector(BaseHTTPRequestHandler):
    def do_GET(self):
        params = parse_qs(urlparse(self.path).query)
        lang = params.get("lang", ["en"])[0]
        if lang not in ("en", "de", "fr"):
            lang = "en"
        self.send_response(200)
        self.send_header("Content-Language", lang)
        self.send_header("Set-Cookie", "lang=" + lang)
        self.end_headers()
        self.wfile.write(b"ok")
