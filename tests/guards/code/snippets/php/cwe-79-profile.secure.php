<?php
$pdo = new PDO(getenv('DSN'));
$stmt = $pdo->prepare('SELECT bio FROM users WHERE id = ?');
$stmt->execute([(int) $_GET['id']]);
$bio = $stmt->fetchColumn();
$tab = $_GET['tab'] ?? 'bio';
echo '<div class="' . htmlspecialchars($tab, ENT_QUOTES) . '">' . htmlspecialchars($bio) . '</div>';
