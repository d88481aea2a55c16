import requests
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/preview")
def preview(url: str):
    try:
        r = requests.get(url, timeout=5, allow_redirects=False)
    except requests.RequestException:
        raise HTTPException(502)
    return {"status": r.status_code, "title": r.text[:200]}
