import requests
from urllib.parse import urlparse
from fastapi import FastAPI, HTTPException

app = FastAPI()
ALLOWED = {"images.example.com", "cdn.example.com"}


@app.get("/preview")
def preview(url: str):
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in ALLOWED:
        raise HTTPException(400, "host not allowed")
    try:
        r = requests.get(url, timeout=5, allow_redirects=False)
    except requests.RequestException:
        raise HTTPException(502)
    return {"status": r.status_code, "title": r.text[:200]}
