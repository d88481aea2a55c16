package main

import (
	"encoding/binary"
	"unsafe"
)

func read(raw []byte) uint32 {
	// ruleid: go-unsafe-pointer
	value := *(*uint32)(unsafe.Pointer(&raw[0]))
	// ruleid: go-unsafe-pointer
	words := unsafe.Slice(&value, 4)
	// ok: go-unsafe-pointer
	same := binary.LittleEndian.Uint32(raw)
	// ok: go-unsafe-pointer
	size := unsafe.Sizeof(value)
	// unsafe.Pointer(&raw[0])
	_, _ = words, size
	return same
}
