<?php
function input(string $name, string $value): string
{
    return '<input name="' . $name . '" value="' . $value . '">';
}

echo '<form method="post">';
echo input('email', $_POST['email'] ?? '');
echo '</form>';
