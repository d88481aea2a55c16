import java.util.concurrent.ConcurrentHashMap;

class Seats {
    private final ConcurrentHashMap<String, Integer> left = new ConcurrentHashMap<>();

    public boolean take(String show) {
        // ruleid: java-check-then-put
        Integer seats = left.get(show);
        if (seats == null || seats == 0) {
            return false;
        }
        left.put(show, seats - 1);
        return true;
    }

    void open(String show, int seats) {
        // ruleid: java-check-then-put
        if (!left.containsKey(show)) {
            left.put(show, seats);
        }
    }

    boolean guarded(String show) {
        synchronized (left) {
            // ok: java-check-then-put
            Integer seats = left.get(show);
            left.put(show, seats - 1);
            return true;
        }
    }

    void safe(String show) {
        // ok: java-check-then-put
        left.merge(show, 1, Integer::sum);
        // Integer seats = left.get(show); left.put(show, seats - 1);
    }
}
