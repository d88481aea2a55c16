<?php
function render_row($label, $value)
{
    return "<tr><td>" . htmlentities($label) . "</td><td>" . htmlentities($value) . "</td></tr>";
}

foreach ($_REQUEST as $key => $value) {
    echo render_row($key, $value);
}
