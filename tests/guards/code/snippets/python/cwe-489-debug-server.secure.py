import os
from flask import Flask

app = Flask(__name__)


@app.route("/")
def home():
    return "hello"


def main():
    port = int(os.environ.get("PORT", "5000"))
    app.run(host="127.0.0.1", port=port, debug=False)


if __name__ == "__main__":
    main()
