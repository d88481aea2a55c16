<?php
class Posts {
    public function __construct(private PDO $pdo) {}

    public function byAuthor(string $author): array {
        return $this->pdo->query("SELECT * FROM posts WHERE author = '{$author}'")->fetchAll();
    }
}
