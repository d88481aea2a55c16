<?php
$page = $_GET['page'];
$page += 0;
echo "<a href='?page=$page'>next</a>";
