<?php
class Db
{
    private static $link;

    public static function run($sql)
    {
        return mysqli_query(self::$link, $sql);
    }

    public static function escape($text)
    {
        return mysqli_real_escape_string(self::$link, $text);
    }
}

$name = $_POST['name'];
Db::run("INSERT INTO guests (name) VALUES ('" . Db::escape($name) . "')");
