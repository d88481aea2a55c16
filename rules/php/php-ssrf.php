<?php
$url = $_GET["url"];
// ruleid: php-ssrf
$a = curl_init($url);
// ruleid: php-ssrf
curl_setopt($c, CURLOPT_URL, "http://" . $_POST["host"]);
// ok: php-ssrf
$b = curl_init("https://example.org/status");
// ok: php-ssrf
curl_setopt($c, CURLOPT_URL, "https://example.org/?q=" . urlencode($url));
// curl_init($url)
