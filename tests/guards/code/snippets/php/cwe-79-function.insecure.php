<?php
function render_row($label, $value)
{
    return "<tr><td>$label</td><td>$value</td></tr>";
}

foreach ($_REQUEST as $key => $value) {
    echo render_row($key, $value);
}
