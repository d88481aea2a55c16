<?php
$user = $_GET['user'];
echo <<<HTML
<div class="card">
  <h2>Welcome {$user}</h2>
</div>
HTML;
