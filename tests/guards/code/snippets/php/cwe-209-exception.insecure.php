<?php
set_exception_handler(function (Throwable $e) {
    http_response_code(500);
    echo '<h1>Error</h1><pre>' . $e->getMessage() . "\n" . $e->getTraceAsString() . '</pre>';
});

function main(): void
{
    throw new RuntimeException('boom');
}
main();
