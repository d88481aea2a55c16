import java.util.concurrent.locks.*;

class Counter {
    private final Lock lock = new ReentrantLock();
    private int value;

    void add(int amount) {
        // ruleid: java-lock-without-finally
        lock.lock();
        value += amount;
        if (value > 1000) {
            throw new IllegalStateException("too many");
        }
        lock.unlock();
    }

    void take(int amount) {
        // ruleid: java-lock-without-finally
        lock.lock();
        if (value < amount) {
            return;
        }
        value -= amount;
        lock.unlock();
    }

    void safely(int amount) {
        // ok: java-lock-without-finally
        lock.lock();
        try {
            if (amount > 1000) {
                throw new IllegalStateException("too many");
            }
            value += amount;
        } finally {
            lock.unlock();
        }
    }

    void early(int amount) {
        // ok: java-lock-without-finally
        lock.lock();
        if (value < amount) {
            lock.unlock();
            return;
        }
        value -= amount;
        lock.unlock();
        // lock.lock();
    }
}
