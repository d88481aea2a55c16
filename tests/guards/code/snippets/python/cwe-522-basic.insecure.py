import base64
import urllib.request


def status(user, password):
    request = urllib.request.Request("http://device.example.org/status")
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    request.add_header("Authorization", "Basic " + token)
    return urllib.request.urlopen(request).read()
