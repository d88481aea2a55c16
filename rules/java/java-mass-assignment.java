class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-mass-assignment
        BeanUtils.populate(user, request.getParameterMap());
        Map<String, String[]> all = request.getParameterMap();
        // ruleid: java-mass-assignment
        BeanUtils.populate(user, all);
        // ok: java-mass-assignment
        BeanUtils.copyProperties(user, form);
        // ok: java-mass-assignment
        BeanUtils.populate(user, defaults);
        // ok: java-mass-assignment
        // BeanUtils.populate(user, request.getParameterMap());
    }
}
