<?php
class PluginLoader
{
    public function load(string $name): object
    {
        require_once __DIR__ . "/plugins/$name/plugin.php";
        $class = ucfirst($name) . 'Plugin';
        return new $class();
    }
}

$loader = new PluginLoader();
$loader->load($_GET['plugin'])->run();
