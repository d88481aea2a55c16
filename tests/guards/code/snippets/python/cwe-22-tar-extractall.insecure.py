import tarfile


def restore_backup(path, target_dir):
    tar = tarfile.open(path, "r:gz")
    tar.extractall(target_dir)
    tar.close()
