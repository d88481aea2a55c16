class Directory {
    String mail(String name) {
        User user = users.stream().filter(u -> u.name().equals(name)).findFirst().orElse(null);
        // ruleid: java-null-dereference
        return user.mail();
    }

    Object basket(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        // ruleid: java-null-dereference
        return session.getAttribute("basket");
    }

    String checked(String name) {
        User user = users.find(name).orElse(null);
        if (user == null) {
            return "";
        }
        // ok: java-null-dereference
        return user.mail();
    }

    String required(String name) {
        User user = users.find(name).orElse(null);
        Objects.requireNonNull(user);
        // ok: java-null-dereference
        return user.mail();
    }

    boolean known(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        // ok: java-null-dereference
        return session != null && session.getAttribute("user") != null;
        // request.getSession(false).getAttribute("basket")
    }
}
