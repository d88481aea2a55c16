<?php
function render_snippet(string $code, array $vars): string
{
    $out = $code;
    foreach ($vars as $k => $v) {
        $out = str_replace('{{' . $k . '}}', htmlspecialchars((string) $v), $out);
    }
    return $out;
}

echo render_snippet($_POST['template'], ['title' => 'Preview']);
