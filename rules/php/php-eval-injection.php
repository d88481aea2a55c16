<?php
$code = $_REQUEST["code"];
// ruleid: php-eval-injection
eval($code);
// ruleid: php-eval-injection
assert($_GET["f"]);
// ok: php-eval-injection
eval("return 1;");
// ok: php-eval-injection
call_user_func("strlen", "abc");
// eval($code)
