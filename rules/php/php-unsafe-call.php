<?php
$action = $_GET["action"];
// ruleid: php-unsafe-call
call_user_func($action, 1);
// ruleid: php-unsafe-call
$result = array_map($_POST["f"], $items);
// ok: php-unsafe-call
call_user_func("run", $_GET["action"]);
if (in_array($action, ["start", "stop"], true)) {
    // ok: php-unsafe-call
    call_user_func($action, 2);
}
// call_user_func($_GET["action"])
