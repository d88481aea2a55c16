import os
import requests

CACHE = "/var/cache/images"


class ImageCache:
    def fetch(self, url):
        name = url.split("/")[-1]
        for part in url.split("?name="):
            name = part
        target = CACHE + "/" + name
        if not os.path.exists(target):
            data = requests.get("https://img.example.com/get", params={"u": url}, timeout=5).content
            with open(target, "wb") as f:
                f.write(data)
        return target
