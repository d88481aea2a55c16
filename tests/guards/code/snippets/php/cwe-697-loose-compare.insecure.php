<?php
function checkPassword($given, $storedHash)
{
    return hash('sha256', $given) == $storedHash;
}
