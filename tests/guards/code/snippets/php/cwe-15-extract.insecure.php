<?php
$is_admin = false;
extract($_REQUEST);
if ($is_admin) {
    show_panel();
}
