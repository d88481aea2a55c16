<?php
try {
    run();
} catch (Exception $e) {
    // ruleid: php-error-shown
    echo "Error: " . $e->getMessage();
    // ruleid: php-error-shown
    die($e->getMessage());
    // ok: php-error-shown
    error_log($e->getMessage());
    // ok: php-error-shown
    die("Internal error");
}
// echo $e->getMessage()
