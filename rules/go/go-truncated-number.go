package main

import "strconv"

func seats(text string) int16 {
	n, _ := strconv.Atoi(text)
	// ruleid: go-truncated-number
	return int16(n)
}

func page(text string) uint32 {
	n, _ := strconv.ParseInt(text, 10, 64)
	// ruleid: go-truncated-number
	return uint32(n)
}

func seats_right(text string) int16 {
	n, _ := strconv.ParseInt(text, 10, 16)
	// ok: go-truncated-number
	return int16(n)
}

func page_right(text string) uint32 {
	n, _ := strconv.Atoi(text)
	if n < 0 || n > 1000 {
		return 0
	}
	// ok: go-truncated-number
	return uint32(n)
	// int16(strconv.Atoi(text))
}
