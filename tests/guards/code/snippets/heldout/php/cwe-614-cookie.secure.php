<?php
session_start();
$id = session_id();
setcookie('session', $id, ['expires' => time() + 3600, 'path' => '/', 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
