from fastapi import FastAPI

# ruleid: python-debug-page
DEBUG = True
# ruleid: python-debug-page
app = FastAPI(title="x", debug=True)
# ok: python-debug-page
other = FastAPI(title="x")
# ok: python-debug-page
LOG = False
note = "DEBUG = True"
