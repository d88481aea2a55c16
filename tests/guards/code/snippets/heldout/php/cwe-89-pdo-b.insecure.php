<?php
function findUser(PDO $db, $email)
{
    $statement = $db->query("SELECT id, name FROM users WHERE email = '" . $email . "'");
    return $statement->fetch(PDO::FETCH_ASSOC);
}

$db = new PDO('mysql:host=localhost;dbname=app', getenv('DB_USER'), getenv('DB_PASS'));
$user = findUser($db, $_POST['email']);
echo json_encode(['found' => (bool) $user]);
