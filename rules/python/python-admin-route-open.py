# ruleid: python-admin-route-open
@app.route("/admin/users/<int:number>/delete", methods=["POST"])
def delete_user(number):
    db.session.delete(users.get(number))
    return "gone"


# ruleid: python-admin-route-open
@app.delete("/api/admin/cache")
async def drop_cache():
    cache.clear()


# ok: python-admin-route-open
@app.route("/admin/backup", methods=["POST"])
@login_required
def backup():
    return make_backup()


# ok: python-admin-route-open
@app.route("/admin/restart", methods=["POST"])
def restart():
    if not g.user.is_admin:
        abort(403)
    return restart_workers()


# ok: python-admin-route-open
@app.route("/articles/<int:number>")
def article(number):
    # a decoy: @app.route("/admin/users")
    return articles[number]
