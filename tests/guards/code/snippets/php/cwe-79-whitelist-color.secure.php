<?php
$colour = $_GET['colour'];
$allowed = array('red', 'green', 'blue');
if (in_array($colour, $allowed, true)) {
    $colour = $colour;
} else {
    $colour = $allowed[0];
}
echo '<body bgcolor="' . $colour . '">';
