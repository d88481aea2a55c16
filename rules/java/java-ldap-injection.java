class Example {
    void find(HttpServletRequest request, DirContext ctx) throws Exception {
        String user = request.getParameter("user");
        String filter = "(uid=" + user + ")";
        // ruleid: java-ldap-injection
        ctx.search("ou=people", filter, controls);
        // ruleid: java-ldap-injection
        ctx.search("ou=people", "(cn=" + request.getHeader("cn") + ")", controls);
        // ok: java-ldap-injection
        ctx.search("ou=people", "(uid=admin)", controls);
        // ok: java-ldap-injection
        ctx.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
        // ctx.search("ou=people", filter, controls)
    }
}
