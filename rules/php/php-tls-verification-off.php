<?php
// ruleid: php-tls-verification-off
curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);
// ruleid: php-tls-verification-off
curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 0);
// ok: php-tls-verification-off
curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true);
// ok: php-tls-verification-off
curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 2);
// curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);
