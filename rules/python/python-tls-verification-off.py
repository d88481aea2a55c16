import requests, ssl

def fetch(url):
    # ruleid: python-tls-verification-off
    a = requests.get(url, verify=False)
    context = ssl.create_default_context()
    # ruleid: python-tls-verification-off
    context.check_hostname = False
    # ruleid: python-tls-verification-off
    context.verify_mode = ssl.CERT_NONE
    # ok: python-tls-verification-off
    b = requests.get(url, verify=True)
    # ok: python-tls-verification-off
    c = requests.post(url, verify="/etc/ssl/own.pem")
    # requests.get(url, verify=False)
    return a, b, c
