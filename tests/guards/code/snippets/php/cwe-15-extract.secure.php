<?php
$is_admin = $_SESSION['is_admin'] ?? false;
$page = (int) ($_REQUEST['page'] ?? 1);
if ($is_admin === true) {
    show_panel($page);
}
