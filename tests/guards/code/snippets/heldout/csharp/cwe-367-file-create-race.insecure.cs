using System.IO;

public class LockFile
{
    public bool TryAcquire(string path)
    {
        if (File.Exists(path))
        {
            return false;
        }
        File.WriteAllText(path, System.Environment.ProcessId.ToString());
        return true;
    }
}
