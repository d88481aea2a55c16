using System;

public class MenuReader
{
    private static readonly string[] Items = { "soup", "bread", "tea" };

    public string Choose(string input)
    {
        int index = int.Parse(input);
        return Items[index];
    }
}
