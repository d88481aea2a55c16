<?php
function input(string $name, string $value): string
{
    return '<input name="' . htmlspecialchars($name) . '" value="' . htmlspecialchars($value, ENT_QUOTES) . '">';
}

echo '<form method="post">';
echo input('email', $_POST['email'] ?? '');
echo '</form>';
