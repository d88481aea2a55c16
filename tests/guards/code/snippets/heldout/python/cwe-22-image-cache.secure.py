import os
import requests

CACHE = "/var/cache/images"


class ImageCache:
    def fetch(self, url):
        name = os.path.basename(url.split("?")[0])
        target = os.path.join(CACHE, name)
        if not os.path.exists(target):
            data = requests.get("https://img.example.com/get", params={"u": url}, timeout=5).content
            with open(target, "wb") as f:
                f.write(data)
        return target
