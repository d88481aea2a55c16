<?php
$name = $_REQUEST['name'] ?? 'guest';
$name = htmlentities($name, ENT_QUOTES, 'UTF-8');
$page = <<<HTML
<section>
  <h2>Profile of $name</h2>
</section>
HTML;
print $page;
