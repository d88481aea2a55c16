import java.util.concurrent.locks.ReentrantLock;

public class Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private int value;

    public void add(int amount) {
        lock.lock();
        value += amount;
        if (value > 1000) {
            throw new IllegalStateException("too many");
        }
        lock.unlock();
    }
}
