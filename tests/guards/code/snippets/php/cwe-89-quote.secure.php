<?php
function by_name(PDO $db, string $name): array
{
    return $db->query('SELECT * FROM people WHERE name = ' . $db->quote(trim($name)))->fetchAll();
}
