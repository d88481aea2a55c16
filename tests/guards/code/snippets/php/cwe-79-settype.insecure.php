<?php
$page = isset($_GET['page']) ? $_GET['page'] : '1';
settype($page, "string");
echo '<span class="page">' . $page . '</span>';
