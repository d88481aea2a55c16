class Work {
    void begin(Runnable work) {
        Thread thread = new Thread(work);
        // ruleid: java-run-instead-of-start
        thread.run();
        // ruleid: java-run-instead-of-start
        new Thread(work).run();
    }

    void twin(Runnable work) {
        Thread thread = new Thread(work);
        // ok: java-run-instead-of-start
        thread.start();
        // ok: java-run-instead-of-start
        work.run();
        // thread.run();
    }
}
