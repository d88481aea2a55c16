import json
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer


class JobHandler(BaseHTTPRequestHandler):
    JOBS = {"report": "/opt/jobs/report.sh", "sync": "/opt/jobs/sync.sh"}

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        job = json.loads(self.rfile.read(length))
        args = [job["name"]] + job.get("args", [])
        output = subprocess.check_output(" ".join(args), shell=True)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(output)


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 8081), JobHandler).serve_forever()
