using System.Text.RegularExpressions;

public static class Validate
{
    public static bool Email(string value)
    {
        return Regex.IsMatch(value, @"^[a-zA-Z0-9]+@example\.com$", RegexOptions.None, TimeSpan.FromMilliseconds(100));
    }
}
