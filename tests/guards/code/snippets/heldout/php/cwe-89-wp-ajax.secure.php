<?php
add_action('wp_ajax_find_orders', 'find_orders');

function find_orders()
{
    global $wpdb;
    check_ajax_referer('find_orders');
    $email = $_POST['email'];
    $rows = $wpdb->get_results($wpdb->prepare("SELECT * FROM {$wpdb->prefix}orders WHERE email = %s", $email));
    wp_send_json($rows);
}
