class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-error-shown
        error.printStackTrace(response.getWriter());
        // ruleid: java-error-shown
        response.getWriter().println(error.getStackTrace());
        // ok: java-error-shown
        logger.error("failed", error);
        // ok: java-error-shown
        response.getWriter().println("Something went wrong");
        // ok: java-error-shown
        // error.printStackTrace(response.getWriter());
    }
}
class Shown {
    void show(HttpServletResponse response, String text) throws IOException {
        try {
            work();
        } catch (IOException e) {
            // ruleid: java-error-shown
            response.getWriter().println("failed: " + e.getMessage());
            // ok: java-error-shown
            response.getWriter().write(text.toString());
        }
    }
}
