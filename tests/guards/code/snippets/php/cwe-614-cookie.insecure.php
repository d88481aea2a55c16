<?php
session_start();
setcookie('auth_token', $token, time() + 3600);
