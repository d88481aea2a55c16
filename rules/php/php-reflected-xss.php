<?php
$name = $_GET["name"];
// ruleid: php-reflected-xss
echo "<h1>Hello $name</h1>";
// ruleid: php-reflected-xss
echo $_POST["comment"];
// ok: php-reflected-xss
echo "<h1>Hello " . htmlspecialchars($name, ENT_QUOTES) . "</h1>";
$name = "nobody";
// ok: php-reflected-xss
echo "<h1>$name</h1>";
// echo $_GET["name"]
class SearchController
{
    public function __invoke($request)
    {
        $q = $request->query('q');
        // ok: php-reflected-xss
        $plain = response('<p>Nothing for ' . e($q) . '</p>');
        // ruleid: php-reflected-xss
        return response("<p>Nothing for $q</p>");
    }
}
