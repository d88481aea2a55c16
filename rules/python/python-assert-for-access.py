def delete(user, item):
    # ruleid: python-assert-for-access
    assert user.is_admin, "admins only"
    # ruleid: python-assert-for-access
    assert user.has_permission("delete")
    # ok: python-assert-for-access
    assert item is not None
    if not user.is_admin:
        # ok: python-assert-for-access
        raise PermissionError("assert user.is_admin")
