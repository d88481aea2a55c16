import logging
import os

logging.basicConfig(level=logging.DEBUG)


def connect_payment_api():
    api_key = os.environ["PAYMENT_API_KEY"]
    logging.debug("connecting to the payment API")
    return {"Authorization": "Bearer " + api_key}
