using System;

public class Wallet
{
    private decimal _balance;
    private readonly object _gate = new object();

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public bool Withdraw(decimal amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
            {
                return false;
            }
            _balance -= amount;
            return true;
        }
    }
}
