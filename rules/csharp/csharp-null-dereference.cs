class Directory {
    string Mail(string name) {
        var user = users.FirstOrDefault(u => u.Name == name);
        // ruleid: csharp-null-dereference
        return user.Mail;
    }

    string Shown(object item) {
        var order = item as Order;
        // ruleid: csharp-null-dereference
        return order.Number.ToString();
    }

    string Checked(string name) {
        var user = users.FirstOrDefault(u => u.Name == name);
        if (user == null) {
            return "";
        }
        // ok: csharp-null-dereference
        return user.Mail;
    }

    string Asked(string name) {
        var user = users.SingleOrDefault(u => u.Name == name);
        if (user is null) throw new KeyNotFoundException(name);
        // ok: csharp-null-dereference
        return user.Mail;
    }

    string Optional(object item) {
        var order = item as Order;
        // ok: csharp-null-dereference
        return order?.Number.ToString() ?? "";
    }

    string Thrown(string name) {
        var user = users.FirstOrDefault(u => u.Name == name) ?? throw new KeyNotFoundException(name);
        // ok: csharp-null-dereference
        return user.Mail;
        // users.FirstOrDefault(u => u.Name == name).Mail
    }

    bool Both(string name) {
        var user = users.FirstOrDefault(u => u.Name == name);
        // ok: csharp-null-dereference
        return user != null && user.Active;
    }

    async Task<string> Later(string name) {
        var user = await users.FirstOrDefaultAsync(u => u.Name == name);
        if (user is not null) {
            // ok: csharp-null-dereference
            return user.Mail;
        }
        return user is { Active: true } ? user.Mail : "";
    }

    string Required(string name) {
        var user = users.FirstOrDefault(u => u.Name == name);
        ArgumentNullException.ThrowIfNull(user);
        // ok: csharp-null-dereference
        return user.Mail;
    }

    int Most() {
        var most = counts.FirstOrDefault();
        // ok: csharp-null-dereference
        return most + 1;
    }
}
