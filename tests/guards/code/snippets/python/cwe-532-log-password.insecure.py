import logging

logger = logging.getLogger(__name__)


def authenticate(username, password):
    logger.info("login attempt user=%s password=%s", username, password)
    return check(username, password)
