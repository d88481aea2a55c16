<?php
$f = $_GET['f'];
readfile('docs/' . $f);
