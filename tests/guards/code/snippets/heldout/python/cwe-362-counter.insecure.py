import threading


class Wallet:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount
            return True
        return False


def run(wallet, amounts):
    threads = [threading.Thread(target=wallet.withdraw, args=(a,)) for a in amounts]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
