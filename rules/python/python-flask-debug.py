from flask import Flask

app = Flask(__name__)
# ruleid: python-flask-debug
app.run(debug=True)
# ruleid: python-flask-debug
app.run(host="127.0.0.1", debug=True)
# ok: python-flask-debug
app.run()
# ok: python-flask-debug
app.run(debug=False)
# app.run(debug=True)
