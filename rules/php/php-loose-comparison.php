<?php
// ruleid: php-loose-comparison
if (md5($given) == $stored) { login(); }
// ruleid: php-loose-comparison
if ($token != $expectedToken) { deny(); }
// ok: php-loose-comparison
if (hash_equals($stored, $given)) { login(); }
// ok: php-loose-comparison
if ($count == 3) { stop(); }
// md5($given) == $stored
// ruleid: php-loose-comparison
if (strcmp($_GET['key'], $known) == 0) {
    exit('welcome');
}
