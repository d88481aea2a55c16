<?php
function redirect(string $to): never
{
    header("Location: $to", true, 302);
    exit;
}

redirect(($_GET['continue'] ?? '') === 'shop' ? '/shop' : '/');
