using System;

public class OrderCalculator
{
    public int Total(string[] quantities, int unitPrice)
    {
        int sum = 0;
        foreach (var q in quantities)
        {
            int quantity = int.Parse(q);
            sum = checked(sum + quantity * unitPrice);
        }
        return sum;
    }
}
