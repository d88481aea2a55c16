class Account {
    private decimal _balance;
    private int _count;
    private readonly object _gate = new object();

    public void Deposit(decimal amount) {
        lock (_gate) {
            // ok: csharp-change-outside-lock
            _balance += amount;
            // ok: csharp-change-outside-lock
            _count++;
        }
    }

    public void Withdraw(decimal amount) {
        // ruleid: csharp-change-outside-lock
        _balance -= amount;
        // ruleid: csharp-change-outside-lock
        _count++;
    }

    public int Other(int[] items) {
        int sum = 0;
        foreach (var item in items) {
            // ok: csharp-change-outside-lock
            sum += item;
        }
        // _balance -= amount;
        return sum;
    }
}
