class Example {
    void hello(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        // ruleid: java-reflected-xss
        response.getWriter().println("<h1>" + name + "</h1>");
        StringBuilder page = new StringBuilder("<p>");
        page.append(request.getHeader("referer"));
        // ruleid: java-reflected-xss
        response.getWriter().write(page.toString());
        // ok: java-reflected-xss
        response.getWriter().println(Encode.forHtml(name));
        // ok: java-reflected-xss
        response.getWriter().println("<h1>Hello</h1>");
        // response.getWriter().println(name)
    }

    Map<String, String> settings(HttpServletRequest request) throws Exception {
        String json = request.getParameter("settings");
        // ok: java-reflected-xss
        return mapper.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
