def delete_project(user, project):
    if not user.is_admin:
        raise PermissionError("only admins may delete")
    project.archive()
    project.delete()
