from flask import render_template_string, request
from jinja2 import Environment, Template

def page():
    name = request.args.get("name")
    # ruleid: python-template-injection
    return render_template_string("<p>Hello " + name + "</p>")

def mail(environment):
    # ruleid: python-template-injection
    return environment.from_string(request.form["body"]).render()

def safe():
    # ok: python-template-injection
    page = render_template_string("<p>Hello {{ name }}</p>", name=request.args.get("name"))
    # ok: python-template-injection
    note = "render_template_string(request.args['x'])"
    return page + note
from bottle import request, template


def hello():
    # ruleid: python-template-injection
    page = template("<b>Hello " + request.query.name + "</b>")
    # ok: python-template-injection
    return page or template("<b>Hello {{name}}</b>", name=request.query.name)
