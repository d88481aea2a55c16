import socket
# ruleid: python-bind-all-interfaces
s.bind(('0.0.0.0', 80))
# ruleid: python-bind-all-interfaces
app.run(host='0.0.0.0')
# ok: python-bind-all-interfaces
s.bind(('127.0.0.1', 80))
# ok: python-bind-all-interfaces
app.run()
# s.bind(('0.0.0.0', 80))
