<?php
$file = $_GET['name'];
header("Content-Disposition: attachment; filename=$file");
readfile('/srv/static/report.pdf');
