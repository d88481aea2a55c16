class Registry {
    private static Registry instance;

    public static Registry get() {
        // ruleid: java-lazy-without-lock
        if (instance == null) {
            instance = new Registry();
        }
        return instance;
    }
}

class Pool {
    private static Pool pool;

    static Pool of(int size) {
        // ruleid: java-lazy-without-lock
        if (pool == null) {
            pool = new Pool(size);
        }
        return pool;
    }
}

class Guarded {
    private static Guarded instance;

    public static synchronized Guarded get() {
        // ok: java-lazy-without-lock
        if (instance == null) {
            instance = new Guarded();
        }
        return instance;
    }

    public static Guarded twice() {
        synchronized (Guarded.class) {
            // ok: java-lazy-without-lock
            if (instance == null) {
                instance = new Guarded();
            }
        }
        // if (instance == null) { instance = new Guarded(); }
        return instance;
    }
}
