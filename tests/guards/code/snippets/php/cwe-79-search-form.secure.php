<!DOCTYPE html>
<html>
<body>
<form method="get">
  <input name="q" value="<?= htmlspecialchars($_GET['q'] ?? '', ENT_QUOTES) ?>">
  <button>Search</button>
</form>
<?php if (isset($results)): ?>
  <p><?= count($results) ?> results</p>
<?php endif; ?>
</body>
</html>
