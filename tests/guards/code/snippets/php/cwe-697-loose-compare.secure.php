<?php
function checkPassword($given, $storedHash)
{
    return password_verify($given, $storedHash);
}
