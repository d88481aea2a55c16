<?php
function http_get(string $url): string
{
    $ch = curl_init();
    curl_setopt($ch, CURLOPT_URL, $url);
    curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($ch, CURLOPT_FOLLOWLOCATION, true);
    $body = curl_exec($ch);
    curl_close($ch);
    return $body;
}

$feed = http_get($_POST['feed_url']);
file_put_contents('/var/cache/feed.xml', $feed);
