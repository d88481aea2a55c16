<?php
$colour = $_GET['colour'];
if (!empty($colour)) {
    echo '<body bgcolor="' . $colour . '">';
}
