<?php
$parts = explode(',', $_GET['tags']);
for ($i = 0; $i < count($parts); $i++) {
    echo '<li>' . $parts[$i] . '</li>';
}
