<?php
$page = $_GET['page'];
$page = str_replace(' ', '', $page);
echo "<a href='?page=$page'>next</a>";
