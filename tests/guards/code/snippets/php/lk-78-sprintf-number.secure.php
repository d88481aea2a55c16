<?php
$width = $_POST['width'];
$command = sprintf('convert in.png -resize %d out.png', $width);
shell_exec($command);
