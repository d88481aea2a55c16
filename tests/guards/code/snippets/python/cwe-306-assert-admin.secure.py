def delete_user(current_user, user_id, repository):
    if not current_user.is_admin:
        raise PermissionError("admins only")
    repository.delete(user_id)
