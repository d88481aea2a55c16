import logging

logger = logging.getLogger(__name__)


def authenticate(username, password):
    logger.info("login attempt user=%s", username.replace("\n", ""))
    return check(username, password)
