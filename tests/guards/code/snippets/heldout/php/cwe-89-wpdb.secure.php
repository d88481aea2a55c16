<?php
function my_plugin_orders()
{
    global $wpdb;
    $status = $_GET['status'];
    $rows = $wpdb->get_results($wpdb->prepare("SELECT * FROM {$wpdb->prefix}orders WHERE status = %s", $status));
    wp_send_json($rows);
}
