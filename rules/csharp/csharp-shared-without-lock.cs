class Counter {
    int Count(string[] files) {
        int total = 0;
        Parallel.ForEach(files, file => {
            var lines = File.ReadAllLines(file);
            // ruleid: csharp-shared-without-lock
            total += lines.Length;
        });
        Parallel.For(0, 10, i => {
            // ruleid: csharp-shared-without-lock
            total++;
        });
        Parallel.ForEach(files, file => {
            // ok: csharp-shared-without-lock
            Interlocked.Add(ref total, file.Length);
        });
        Parallel.ForEach(files, file => {
            int own = 0;
            // ok: csharp-shared-without-lock
            own += file.Length;
        });
        Parallel.ForEach(files, file => {
            lock (gate) {
                // ok: csharp-shared-without-lock
                total += file.Length;
            }
        });
        // Parallel.For(0, 10, i => { total++; });
        return total;
    }
}
