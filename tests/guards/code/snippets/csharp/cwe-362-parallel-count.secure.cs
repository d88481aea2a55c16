using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class WordCounter
{
    public int Count(IEnumerable<string> files)
    {
        int total = 0;
        Parallel.ForEach(files, file =>
        {
            int n = System.IO.File.ReadAllText(file).Split(' ').Length;
            Interlocked.Add(ref total, n);
        });
        return total;
    }
}
