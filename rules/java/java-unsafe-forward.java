class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-unsafe-forward
        request.getRequestDispatcher(q).forward(request, response);
        // ruleid: java-unsafe-forward
        request.getRequestDispatcher("/pages/" + q).forward(request, response);
        // ok: java-unsafe-forward
        request.getRequestDispatcher("/pages/home.jsp").forward(request, response);
        // ok: java-unsafe-forward
        request.getRequestDispatcher(ALLOWED.get(q)).forward(request, response);
        // ok: java-unsafe-forward
        // request.getRequestDispatcher(q).forward(request, response);
    }
}
