<?php
function my_plugin_orders()
{
    global $wpdb;
    $status = $_GET['status'];
    $rows = $wpdb->get_results("SELECT * FROM {$wpdb->prefix}orders WHERE status = '$status'");
    wp_send_json($rows);
}
