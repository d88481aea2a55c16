import os
import tornado.ioloop
import tornado.web


class NoteHandler(tornado.web.RequestHandler):
    base = "/var/notes"

    def get(self, name):
        full = os.path.abspath(os.path.join(self.base, name))
        if os.path.commonpath([full, self.base]) != self.base:
            raise tornado.web.HTTPError(403)
        with open(full) as f:
            self.write(f.read())


app = tornado.web.Application([(r"/notes/(.*)", NoteHandler)])
