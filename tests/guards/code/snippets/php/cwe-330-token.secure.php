<?php
function resetToken(): string
{
    return bin2hex(random_bytes(32));
}
