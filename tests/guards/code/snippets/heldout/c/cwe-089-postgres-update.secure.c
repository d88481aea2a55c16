#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int set_email(PGconn *conn, int user_id, const char *email)
{
    char id[16];
    snprintf(id, sizeof(id), "%d", user_id);
    const char *params[2] = { email, id };
    PGresult *res = PQexecParams(conn, "UPDATE users SET email = $1 WHERE id = $2",
                                 2, NULL, params, NULL, NULL, 0);
    int ok = PQresultStatus(res) == PGRES_COMMAND_OK;
    if (!ok)
        fprintf(stderr, "update failed\n");
    PQclear(res);
    return ok ? 0 : -1;
}
