<?php
session_start();
$user = find_user($_POST['login']);
if ($user && $user['password'] == $_POST['password']) {
    $_SESSION['uid'] = $user['id'];
    header('Location: /');
    exit;
}
echo 'login failed';
