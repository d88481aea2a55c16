<?php
$page = isset($_GET['page']) ? $_GET['page'] : '1';
settype($page, "integer");
echo '<span class="page">' . $page . '</span>';
