#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int set_email(PGconn *conn, int user_id, const char *email)
{
    char query[512] = "UPDATE users SET email = '";
    char tail[64];
    strncat(query, email, sizeof(query) - strlen(query) - 1);
    snprintf(tail, sizeof(tail), "' WHERE id = %d", user_id);
    strncat(query, tail, sizeof(query) - strlen(query) - 1);
    PGresult *res = PQexec(conn, query);
    int ok = PQresultStatus(res) == PGRES_COMMAND_OK;
    if (!ok)
        fprintf(stderr, "update failed\n");
    PQclear(res);
    return ok ? 0 : -1;
}
