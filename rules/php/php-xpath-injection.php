<?php
$name = $_GET["name"];
// ruleid: php-xpath-injection
$a = $xml->xpath("//user[@name='" . $name . "']");
// ruleid: php-xpath-injection
$b = $doc->evaluate("//user[@id='{$_POST['id']}']");
// ok: php-xpath-injection
$c = $xml->xpath("//user");
// ok: php-xpath-injection
$d = $xml->xpath("//user[" . intval($name) . "]");
// $xml->xpath($name)
