<?php
add_action('wp_ajax_save_banner', 'save_banner');

function save_banner()
{
    check_ajax_referer('save_banner', 'nonce');
    if (!current_user_can('manage_options')) {
        wp_send_json_error('forbidden', 403);
    }
    update_option('site_banner', sanitize_text_field($_POST['banner']));
    wp_send_json_success();
}
