class Example {
    void find(Statement s, String name) throws Exception {
        // ruleid: java-sql-injection
        s.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
    }
    void get(HttpServletRequest request, Connection c) throws Exception {
        String id = request.getParameter("id");
        String sql = "SELECT * FROM users WHERE id = " + id;
        // ruleid: java-sql-injection
        c.createStatement().execute(sql);
        PreparedStatement p = c.prepareStatement("SELECT * FROM users WHERE id = ?");
        p.setString(1, id);
        // ok: java-sql-injection
        p.executeQuery();
        // ok: java-sql-injection
        c.createStatement().execute("SELECT count(*) FROM users");
        String bar = (7 * 18) + 106 > 200 ? "constant" : id;
        // ok: java-sql-injection
        c.createStatement().execute("SELECT * FROM users WHERE id = '" + bar + "'");
        // s.executeQuery("SELECT " + id)
        String words = "s.executeQuery(id)";
    }
}
