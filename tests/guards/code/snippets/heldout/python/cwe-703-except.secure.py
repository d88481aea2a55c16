def charge(card, amount, gateway):
    try:
        gateway.charge(card, amount)
    except gateway.Declined as error:
        raise PaymentFailed(amount) from error
    return True
