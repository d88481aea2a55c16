import os
import tornado.ioloop
import tornado.web


class NoteHandler(tornado.web.RequestHandler):
    base = "/var/notes"

    def get(self, name):
        with open(os.path.join(self.base, name)) as f:
            self.write(f.read())


app = tornado.web.Application([(r"/notes/(.*)", NoteHandler)])
