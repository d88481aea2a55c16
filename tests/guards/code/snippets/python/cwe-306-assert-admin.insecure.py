def delete_user(current_user, user_id, repository):
    assert current_user.is_admin, "admins only"
    repository.delete(user_id)
