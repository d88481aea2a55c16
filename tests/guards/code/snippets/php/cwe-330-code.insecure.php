<?php
function voucher(): string {
    $s = '';
    for ($i = 0; $i < 12; $i++) {
        $s .= chr(mt_rand(65, 90));
    }
    return $s;
}
echo voucher();
