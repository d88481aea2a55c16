<?php
function login($users)
{
    // ruleid: php-nosql-injection
    return $users->findOne(['email' => $_POST['email'], 'pin' => $_POST['pin']]);
}
function search($items)
{
    $filter = json_decode(file_get_contents('php://input'), true);
    // ruleid: php-nosql-injection
    return $items->find($filter);
}
function converted($users, $pages)
{
    // ok: php-nosql-injection
    $user = $users->findOne(['email' => (string) $_POST['email'], 'pin' => strval($_POST['pin'])]);
    // ok: php-nosql-injection
    $page = $pages->find($_GET['id']);
    // a decoy: $users->findOne(['pin' => $_POST['pin']])
    return [$user, $page];
}
