from flask_cors import CORS

# ruleid: python-cors-any-origin
CORS(app, origins="*")
# ruleid: python-cors-any-origin
response.headers["Access-Control-Allow-Origin"] = "*"
# ok: python-cors-any-origin
CORS(app, origins=["https://shop.example"])
# ok: python-cors-any-origin
response.headers["Access-Control-Allow-Origin"] = "https://shop.example"
note = 'CORS(app, origins="*")'
