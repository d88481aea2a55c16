<?php
class Preferences
{
    private $data;

    public static function fromCookie(): self
    {
        $p = new self();
        $p->data = unserialize(stripslashes($_COOKIE['prefs'] ?? 'a:0:{}'));
        return $p;
    }

    public function get(string $key)
    {
        return $this->data[$key] ?? null;
    }
}
