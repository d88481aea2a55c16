class Example {
    void keep(HttpServletRequest request) {
        String role = request.getParameter("role");
        // ruleid: java-trust-boundary
        request.getSession().setAttribute("role", role);
        // ruleid: java-trust-boundary
        request.getSession().putValue(role, "10340");
        // ok: java-trust-boundary
        request.getSession().setAttribute("role", "guest");
        // ok: java-trust-boundary
        request.getSession().setAttribute("count", Integer.parseInt(role));
        // request.getSession().setAttribute("role", role)
    }
}
