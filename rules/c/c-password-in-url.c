#include <stdlib.h>

void connect_all(void) {
    // ruleid: c-password-in-url
    redis_connect("redis://app:s3cret@cache.example.com/0");
    // ruleid: c-password-in-url
    PQconnectdb("host=db.example.com user=app password=hunter2 dbname=shop");
    // ok: c-password-in-url
    redis_connect("redis://cache.example.com/0");
    // ok: c-password-in-url
    PQconnectdb("host=db.example.com user=app dbname=shop");
    // ok: c-password-in-url
    log_line("redis://%s:%s@cache.example.com/0", getenv("NAME"), getenv("WORD"));
    // redis://app:s3cret@cache.example.com/0
}
