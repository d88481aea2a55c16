<?php
$width = $_POST['width'];
$command = sprintf('convert in.png -resize %s out.png', $width);
shell_exec($command);
