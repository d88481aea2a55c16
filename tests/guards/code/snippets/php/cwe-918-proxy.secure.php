<?php
function http_get(string $url): string
{
    $ch = curl_init();
    curl_setopt($ch, CURLOPT_URL, $url);
    curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($ch, CURLOPT_PROTOCOLS, CURLPROTO_HTTPS);
    $body = curl_exec($ch);
    curl_close($ch);
    return $body;
}

$feeds = ['news' => 'https://news.example.com/rss', 'blog' => 'https://blog.example.com/rss'];
$feed = http_get($feeds[$_POST['feed']] ?? $feeds['news']);
file_put_contents('/var/cache/feed.xml', $feed);
