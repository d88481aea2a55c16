<?php
// ruleid: php-session-fixation
session_id($_GET["sid"]);
$id = $_COOKIE["sid"];
// ruleid: php-session-fixation
session_id($id);
// ok: php-session-fixation
session_id("fixed");
// ok: php-session-fixation
session_regenerate_id(true);
// session_id($_GET["sid"])
