<?php
set_exception_handler(function (Throwable $e) {
    http_response_code(500);
    error_log((string) $e);
    echo '<h1>Error</h1><p>Please try again later.</p>';
});

function main(): void
{
    throw new RuntimeException('boom');
}
main();
