<?php
session_start();
$user = find_user($_POST['login']);
if ($user && password_verify($_POST['password'], $user['password_hash'])) {
    session_regenerate_id(true);
    $_SESSION['uid'] = $user['id'];
    header('Location: /');
    exit;
}
echo 'login failed';
