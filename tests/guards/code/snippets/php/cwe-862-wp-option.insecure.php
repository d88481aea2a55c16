<?php
add_action('wp_ajax_nopriv_save_banner', 'save_banner');

function save_banner()
{
    update_option('site_banner', $_POST['banner']);
    wp_send_json_success();
}
