<?php
function get_exchange_rates(string $apiKey): array
{
    $ch = curl_init('https://api.rates.example/latest');
    curl_setopt_array($ch, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => ["Authorization: Bearer $apiKey"],
        CURLOPT_SSL_VERIFYPEER => false,
        CURLOPT_SSL_VERIFYHOST => 0,
    ]);
    $out = curl_exec($ch);
    curl_close($ch);
    return json_decode($out, true);
}
