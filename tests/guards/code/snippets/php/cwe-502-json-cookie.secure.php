<?php
class Preferences
{
    private $data;

    public static function fromCookie(): self
    {
        $p = new self();
        $p->data = json_decode($_COOKIE['prefs'] ?? '{}', true);
        return $p;
    }

    public function get(string $key)
    {
        return $this->data[$key] ?? null;
    }
}
