<?php
class Posts {
    public function __construct(private PDO $pdo) {}

    public function byAuthor(string $author): array {
        $st = $this->pdo->prepare('SELECT * FROM posts WHERE author = ?');
        $st->execute([$author]);
        return $st->fetchAll();
    }
}
