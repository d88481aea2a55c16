<?php
class PluginLoader
{
    public function load(string $name): object
    {
        $known = ['seo' => SeoPlugin::class, 'stats' => StatsPlugin::class];
        if (!isset($known[$name])) {
            throw new InvalidArgumentException('unknown plugin');
        }
        return new $known[$name]();
    }
}

$loader = new PluginLoader();
$loader->load($_GET['plugin'])->run();
