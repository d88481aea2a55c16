<?php
function fetch_feed(string $path): string
{
    $context = stream_context_create([
        'ssl' => [
            'verify_peer' => true,
            'verify_peer_name' => true,
        ],
    ]);
    return file_get_contents('https://feeds.example.com/' . rawurlencode($path), false, $context);
}
