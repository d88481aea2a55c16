<?php
add_action('wp_ajax_nopriv_save_banner', 'save_banner');
function save_banner()
{
    // ruleid: php-wp-action-open
    update_option('site_banner', $_POST['banner']);
    // ruleid: php-wp-action-open
    wp_delete_user((int) $_POST['user']);
    // ok: php-wp-action-open
    $banner = get_option('site_banner');
    // ok: php-wp-action-open
    wp_send_json_success('update_option("x", 1)');
    // a decoy: update_option('site_banner', $_POST['banner'])
}
