<?php
function render_snippet(string $code, array $vars): string
{
    extract($vars);
    ob_start();
    eval('?>' . $code);
    return ob_get_clean();
}

echo render_snippet($_POST['template'], ['title' => 'Preview']);
