<?php
// ruleid: php-header-injection
header("X-Language: " . $_GET["lang"]);
// ruleid: php-header-injection
mail("me@example.com", "subject", "text", "From: " . $_POST["from"]);
// ok: php-header-injection
header("X-Language: en");
// ok: php-header-injection
header("X-Page: " . (int) $_GET["page"]);
// header("X-Language: " . $_GET["lang"])
// ok: php-header-injection
mail('help@example.com', 'A question', $_POST['message'], ['From' => 'site@example.com']);
