public class Worker {
    public static void main(String[] args) {
        Thread thread = new Thread(new Runnable() {
            @Override
            public void run() {
                System.out.println("working");
            }
        });
        thread.run();
        System.out.println("started");
    }
}
