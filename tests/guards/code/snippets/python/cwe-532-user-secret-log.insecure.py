import logging
import os

logging.basicConfig(level=logging.DEBUG)


def connect_payment_api():
    api_key = os.environ["PAYMENT_API_KEY"]
    logging.debug(f"connecting with key {api_key}")
    return {"Authorization": "Bearer " + api_key}
