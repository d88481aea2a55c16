import logging

logger = logging.getLogger(__name__)

def login(user, password):
    # ruleid: python-secret-in-log
    logger.info("login of %s with %s", user, password)
    # ruleid: python-secret-in-log
    logging.debug(f"login {user} {password}")
    # ok: python-secret-in-log
    logger.info("login of %s", user)
    # ok: python-secret-in-log
    logger.warning("wrong password for %s", user)
    return "logger.info(user, password)"
