<?php
$name = $_REQUEST['name'] ?? 'guest';
$page = <<<HTML
<section>
  <h2>Profile of $name</h2>
</section>
HTML;
print $page;
