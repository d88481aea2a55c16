using System;

public class MenuReader
{
    private static readonly string[] Items = { "soup", "bread", "tea" };

    public string Choose(string input)
    {
        int index = int.Parse(input);
        if (index < 0 || index >= Items.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(input));
        }
        return Items[index];
    }
}
