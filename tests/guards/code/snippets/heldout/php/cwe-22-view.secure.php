<?php
$f = $_GET['f'];
readfile('docs/' . basename($f));
