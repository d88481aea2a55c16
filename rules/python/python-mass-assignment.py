from flask import request
# ruleid: python-mass-assignment
a = User(**request.json)
# ruleid: python-mass-assignment
b = User(**request.get_json())
# ok: python-mass-assignment
c = User(name=request.json['name'])
# ok: python-mass-assignment
d = User(**defaults)
# User(**request.json)
