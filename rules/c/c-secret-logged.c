#include <stdio.h>
#include <syslog.h>

void login(const struct credentials *c, const char *password, FILE *out) {
    // ruleid: c-secret-logged
    syslog(LOG_WARNING, "wrong password for %s: %s", c->name, c->password);
    // ruleid: c-secret-logged
    fprintf(stderr, "auth_token=%s\n", c->auth_token);
    // ruleid: c-secret-logged
    printf("[DEBUG] login with %s\n", password);
    // ruleid: c-secret-logged
    log_debug("login %s %s", c->name, password);
    // ok: c-secret-logged
    syslog(LOG_WARNING, "wrong password for %s", c->name);
    // ok: c-secret-logged
    printf("Your new password: %s\n", password);
    // ok: c-secret-logged
    fprintf(out, "%s:%s\n", c->name, c->password_hash);
    // ok: c-secret-logged
    printf(login(c->name, c->password) ? "welcome\n" : "denied\n");
    // syslog(LOG_INFO, "%s", password);
    puts("syslog(LOG_INFO, \"%s\", password);");
}
