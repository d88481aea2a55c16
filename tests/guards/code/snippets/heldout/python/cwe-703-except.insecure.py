def charge(card, amount, gateway):
    try:
        gateway.charge(card, amount)
    except:
        pass
    return True
