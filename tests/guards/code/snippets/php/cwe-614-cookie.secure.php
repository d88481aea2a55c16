<?php
session_start();
setcookie('auth_token', $token, ['expires' => time() + 3600, 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
