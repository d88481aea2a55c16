<?php
$page = $_GET["page"];
// ruleid: php-file-inclusion
include("pages/" . $page . ".php");
// ruleid: php-file-inclusion
require_once($_GET["lib"]);
// ok: php-file-inclusion
include("pages/home.php");
// ok: php-file-inclusion
require_once(basename($page));
// include($page)
