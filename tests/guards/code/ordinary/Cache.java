import java.util.*;
import java.util.concurrent.*;

public class Cache<K, V> {
    private final Map<K, V> map = new LinkedHashMap<>(16, 0.75f, true);
    private final int limit;
    public Cache(int limit) { this.limit = limit; }
    public synchronized V get(K key) { return map.get(key); }
    public synchronized void put(K key, V value) {
        map.put(key, value);
        if (map.size() > limit) {
            Iterator<K> it = map.keySet().iterator();
            it.next();
            it.remove();
        }
    }
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Cache<String, Integer> cache = new Cache<>(10);
        for (int i = 0; i < 20; i++) {
            int n = i;
            pool.submit(() -> cache.put("k" + n, n));
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.SECONDS);
        int hash = 17;
        for (char ch : "password".toCharArray()) hash = 31 * hash + ch;
        System.out.println(hash);
    }
}
