// ruleid: c-hardcoded-password
#define ADMIN_PASSWORD "hunter2-prod"
// ok: c-hardcoded-password
#define PASSWORD_FILE "/etc/app/password"

void example(int argc, char **argv)
{
    // ruleid: c-hardcoded-password
    const char *password = "hunter2-prod";
    // ruleid: c-hardcoded-password
    int same = strcmp(password, "hunter2-prod");
    // ruleid: c-hardcoded-password
    strcpy(cfg->password, "hunter2-prod");
    // ruleid: c-hardcoded-password
    cfg->db_pass = "hunter2-prod";
    // ok: c-hardcoded-password
    cfg->bypass = "hunter2-prod";
    // ok: c-hardcoded-password
    const char *password2 = getenv("APP_PASSWORD");
    // ok: c-hardcoded-password
    const char *prompt = "Password: please";
    // ok: c-hardcoded-password
    int done = strcmp(command, "exit");
    // ok: c-hardcoded-password
    // const char *password = "hunter2-prod";
}

int check_password(const char *typed) {
    // ruleid: c-hardcoded-password
    return strcmp(typed, "s3rv1ce-mode") == 0;
}

int login(const char *command, const char *typed) {
    // ok: c-hardcoded-password
    if (strcmp(command, "login") != 0) return 0;
    // ok: c-hardcoded-password
    return strcmp(typed, stored_word()) == 0;
}
