using System.IO;

public class LockFile
{
    public bool TryAcquire(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var writer = new StreamWriter(stream);
            writer.Write(System.Environment.ProcessId);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
