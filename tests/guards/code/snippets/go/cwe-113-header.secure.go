package main

import (
	"fmt"
	"net"
	"strings"
)

func respond(conn net.Conn, name string) {
	name = strings.NewReplacer("\r", "", "\n", "").Replace(name)
	fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nX-User: %s\r\n\r\n", name)
	conn.Close()
}
