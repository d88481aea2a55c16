# ruleid: python-allowed-hosts-any
ALLOWED_HOSTS = ["*"]
# ruleid: python-allowed-hosts-any
X_FRAME_OPTIONS = "ALLOWALL"
# ok: python-allowed-hosts-any
ALLOWED_HOSTS = ["shop.example"]
# ok: python-allowed-hosts-any
X_FRAME_OPTIONS = "DENY"
note = 'ALLOWED_HOSTS = ["*"]'
