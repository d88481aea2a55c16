<?php
$file = $_GET['name'];
header('Content-Disposition: attachment; filename=' . rawurlencode(basename($file)));
readfile('/srv/static/report.pdf');
