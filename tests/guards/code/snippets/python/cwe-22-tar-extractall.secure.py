import tarfile


def restore_backup(path, target_dir):
    with tarfile.open(path, "r:gz") as tar:
        tar.extractall(target_dir, filter="data")
