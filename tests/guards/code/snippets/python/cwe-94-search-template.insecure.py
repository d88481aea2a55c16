from flask import Flask, request, render_template_string

app = Flask(__name__)


@app.route("/search")
def search():
    q = request.args.get("q", "")
    page = """
    <h1>Results for %s</h1>
    <p>Nothing found</p>
    """ % q
    return render_template_string(page)
