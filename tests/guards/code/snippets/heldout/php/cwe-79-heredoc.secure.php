<?php
$user = $_GET['user'];
$user = htmlspecialchars($user, ENT_QUOTES, 'UTF-8');
echo <<<HTML
<div class="card">
  <h2>Welcome {$user}</h2>
</div>
HTML;
