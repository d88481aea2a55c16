<?php
function voucher(): string {
    $s = '';
    for ($i = 0; $i < 12; $i++) {
        $s .= chr(random_int(65, 90));
    }
    return $s;
}
echo voucher();
