<?php
// ruleid: php-open-redirect
header("Location: " . $_GET["next"]);
$to = $_REQUEST["to"];
// ruleid: php-open-redirect
header("Location: $to");
// ok: php-open-redirect
header("Location: /home");
// ok: php-open-redirect
header("Location: /search?q=" . urlencode($to));
// header("Location: " . $to)
